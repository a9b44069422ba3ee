-- Instants are Unix milliseconds, UTC. Ids are 16 bytes in network order, so their order is time order.

CREATE TABLE merchant_accounts (
    id TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE signing_keys (
    thumbprint TEXT PRIMARY KEY,
    unpadded_thumbprint TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    public_key BLOB NOT NULL,
    display_name TEXT NOT NULL,
    merchant_account_ids TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    revoked_at_ms INTEGER
) WITHOUT ROWID;

CREATE TABLE sessions (
    id BLOB PRIMARY KEY,
    merchant_account_id TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    has_card INTEGER NOT NULL CHECK (has_card IN (0, 1)),
    document BLOB NOT NULL
);

CREATE INDEX sessions_by_end ON sessions (expires_at_ms);

-- What the sweeper looks for every second: nearly always empty, so nearly free.
CREATE INDEX sessions_with_card_by_end ON sessions (expires_at_ms) WHERE has_card = 1;

-- The vault, apart from the sessions so that reading a session never touches a ciphertext.
CREATE TABLE session_cards (
    session_id BLOB PRIMARY KEY,
    key_id TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    card BLOB NOT NULL,
    code BLOB
) WITHOUT ROWID;
