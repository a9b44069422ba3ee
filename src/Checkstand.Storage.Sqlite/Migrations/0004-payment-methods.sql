-- Stored payment methods and their sealed cards.

CREATE TABLE payment_methods (
    id BLOB PRIMARY KEY,
    merchant_account_id TEXT NOT NULL,
    buyer_id BLOB,
    buyer_external_identifier TEXT,
    external_identifier TEXT,
    last_four TEXT NOT NULL,
    bin TEXT NOT NULL,
    scheme TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    expiry TEXT NOT NULL,
    scheme_transaction_id TEXT,
    scheme_transaction_id_scheme TEXT,
    transaction_link_id TEXT,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL,
    last_used_at_ms INTEGER,
    usage_count INTEGER NOT NULL,
    cit_last_used_at_ms INTEGER,
    cit_usage_count INTEGER NOT NULL
);

-- Lists are newest first, by id.
CREATE INDEX payment_methods_by_merchant ON payment_methods (merchant_account_id, id);

CREATE INDEX payment_methods_by_buyer ON payment_methods (merchant_account_id, buyer_id, id)
WHERE buyer_id IS NOT NULL;

CREATE INDEX payment_methods_by_buyer_external_identifier
ON payment_methods (merchant_account_id, buyer_external_identifier, id)
WHERE buyer_external_identifier IS NOT NULL;

CREATE INDEX payment_methods_by_external_identifier ON payment_methods (merchant_account_id, external_identifier, id)
WHERE external_identifier IS NOT NULL;

-- The vault, apart from the methods. No column for a security code: none is ever stored.
CREATE TABLE payment_method_cards (
    payment_method_id BLOB PRIMARY KEY,
    key_id TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    card BLOB NOT NULL
) WITHOUT ROWID;
