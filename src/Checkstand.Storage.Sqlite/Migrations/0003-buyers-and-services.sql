-- Buyers with their shipping details, and payment services. Ids are 16 bytes in network order, so their order is time
-- order; instants are Unix milliseconds, UTC.

CREATE TABLE payment_services (
    id BLOB PRIMARY KEY,
    merchant_account_id TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL,
    document BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE buyers (
    id BLOB PRIMARY KEY,
    merchant_account_id TEXT NOT NULL,
    external_identifier TEXT,
    search_text TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    updated_at_ms INTEGER NOT NULL,
    document BLOB NOT NULL
);

-- A merchant's buyers are listed by id; its own name for a buyer is unique.
CREATE INDEX buyers_by_merchant ON buyers (merchant_account_id, id);
CREATE UNIQUE INDEX buyers_by_external_identifier ON buyers (merchant_account_id, external_identifier)
    WHERE external_identifier IS NOT NULL;

CREATE TABLE shipping_details (
    id BLOB PRIMARY KEY,
    buyer_id BLOB NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX shipping_details_by_buyer ON shipping_details (buyer_id, id);

-- A merchant account can be renamed; null is never.
ALTER TABLE merchant_accounts ADD COLUMN updated_at_ms INTEGER;

-- A key can be renamed and given to other accounts, and one that was deleted is not shown any more.
ALTER TABLE signing_keys ADD COLUMN updated_at_ms INTEGER;
ALTER TABLE signing_keys ADD COLUMN is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1));
