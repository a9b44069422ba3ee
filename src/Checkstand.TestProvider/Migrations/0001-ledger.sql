-- The test provider's own books, apart from ours so that both can be compared. Instants are Unix milliseconds, UTC, of
-- the service's clock. Ids are 16 bytes in network order. Of a card there are the first six and the last four digits.

CREATE TABLE operations (
    idempotency_key BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    account_id BLOB NOT NULL,
    -- The authorization that a capture, void or refund is about; null for an authorization.
    payment_id BLOB,
    checkout_id BLOB,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    -- Of an authorization: captures at once. Of a capture: releases the rest.
    is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    card_bin TEXT,
    outcome TEXT NOT NULL,
    card_last_four TEXT,
    error_code TEXT,
    avs TEXT,
    cvv TEXT,
    created_at_ms INTEGER NOT NULL,
    -- Until then the outcome is "pending", whatever the column says; null when it is final.
    final_at_ms INTEGER,
    -- When money moved; null when none did.
    moved_at_ms INTEGER,
    captured INTEGER NOT NULL CHECK (captured BETWEEN 0 AND MAX(amount, 0)),
    refunded INTEGER NOT NULL CHECK (refunded BETWEEN 0 AND captured),
    is_released INTEGER NOT NULL CHECK (is_released IN (0, 1)),
    is_challenge INTEGER NOT NULL CHECK (is_challenge IN (0, 1)),
    return_url TEXT
) WITHOUT ROWID;

CREATE INDEX operations_by_checkout ON operations (checkout_id, id) WHERE checkout_id IS NOT NULL;

CREATE INDEX operations_by_movement ON operations (account_id, moved_at_ms) WHERE moved_at_ms IS NOT NULL;

CREATE TABLE notifications (
    id INTEGER PRIMARY KEY,
    idempotency_key BLOB NOT NULL,
    says TEXT NOT NULL,
    due_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    delivered_at_ms INTEGER
);

-- What is looked for four times a second: nearly always empty, so nearly free.
CREATE INDEX notifications_by_due ON notifications (due_at_ms) WHERE delivered_at_ms IS NULL;
