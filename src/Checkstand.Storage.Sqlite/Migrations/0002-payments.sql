-- Payments, their ledger and idempotency keys. Instants are Unix milliseconds, ids are 16 bytes in network order.

CREATE TABLE payments (
    id BLOB PRIMARY KEY,
    merchant_account_id TEXT NOT NULL,
    checkout_id BLOB,
    external_identifier TEXT,
    buyer_id BLOB,
    status TEXT NOT NULL,
    next_check_at_ms INTEGER,
    document BLOB NOT NULL
);

-- Lists page by id, which is time.
CREATE INDEX payments_by_merchant ON payments (merchant_account_id, id);

-- With the account in front and the id behind, so that a narrowed list is found and paged by its index alone.
CREATE INDEX payments_by_checkout ON payments (merchant_account_id, checkout_id, id) WHERE checkout_id IS NOT NULL;

CREATE INDEX payments_by_external_identifier ON payments (merchant_account_id, external_identifier, id)
WHERE external_identifier IS NOT NULL;

CREATE INDEX payments_by_buyer ON payments (merchant_account_id, buyer_id, id) WHERE buyer_id IS NOT NULL;

-- What the reconciler looks for: nearly always empty, so nearly free.
CREATE INDEX payments_to_check ON payments (next_check_at_ms) WHERE next_check_at_ms IS NOT NULL;

-- Which payment an operation belongs to. A payment's first authorization has the payment's own id and no row here.
CREATE TABLE payment_operations (
    id BLOB PRIMARY KEY,
    payment_id BLOB NOT NULL
) WITHOUT ROWID;

-- Every movement of money, once. Rows are added and never changed, and the database itself holds to that.
CREATE TABLE ledger (
    operation_id BLOB PRIMARY KEY,
    payment_id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('authorization', 'capture', 'void', 'refund')),
    minor_units INTEGER NOT NULL CHECK (minor_units >= 0),
    currency TEXT NOT NULL,
    payment_service_id BLOB NOT NULL,
    at_ms INTEGER NOT NULL
);

CREATE INDEX ledger_by_time ON ledger (at_ms);

CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'ledger rows are never changed');
END;

CREATE TRIGGER ledger_is_not_cut BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'ledger rows are never removed');
END;

-- What was answered to a request that named a key, so that the same request gets the same answer.
CREATE TABLE idempotency_keys (
    merchant_account_id TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    reserved_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    answer_status INTEGER,
    answer_body BLOB,
    PRIMARY KEY (merchant_account_id, key)
) WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at_ms);
