-- Organizations, the tenants of the second dialect, and their access tokens. Ids are 16 bytes in network order; instants
-- are Unix milliseconds, UTC; documents are JSON.

CREATE TABLE organizations (
    id BLOB PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    created_at_ms INTEGER NOT NULL,
    document BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE access_tokens (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    comment TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    modified_at_ms INTEGER,
    expires_at_ms INTEGER,
    revoked_at_ms INTEGER
) WITHOUT ROWID;
