-- Webhook endpoints, the events that they are told of and what became of each try.

CREATE TABLE webhook_endpoints (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    -- Sealed: whoever reads the file must not be able to sign.
    key_id TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed_secret BLOB NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX webhook_endpoints_by_organization ON webhook_endpoints (organization_id, created_at_ms, id);

-- A row for each event that an enabled endpoint wants: what every change looks for, so nothing else is in it.
CREATE TABLE webhook_wishes (
    organization_id BLOB NOT NULL,
    event TEXT NOT NULL,
    endpoint_id BLOB NOT NULL,
    PRIMARY KEY (organization_id, event, endpoint_id)
) WITHOUT ROWID;

-- What happened and was not told to anybody yet. Written with the change, if any endpoint wants it.
CREATE TABLE webhook_outbox (
    sequence INTEGER PRIMARY KEY,
    organization_id BLOB NOT NULL,
    event TEXT NOT NULL,
    -- The thing that it is about, as it was after the change.
    subject BLOB NOT NULL
);

-- What one endpoint is told, in the order in which it happened.
CREATE TABLE webhook_events (
    sequence INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    organization_id BLOB NOT NULL,
    endpoint_id BLOB NOT NULL,
    event TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    modified_at_ms INTEGER,
    -- The body as it is sent in every try; null once its retention ended.
    payload BLOB,
    checkout_id BLOB,
    checkout_status TEXT,
    tries INTEGER NOT NULL,
    -- Null when nothing more is tried.
    next_try_at_ms INTEGER,
    last_http_code INTEGER,
    succeeded INTEGER CHECK (succeeded IN (0, 1)),
    is_skipped INTEGER NOT NULL CHECK (is_skipped IN (0, 1))
);

CREATE INDEX webhook_events_waiting ON webhook_events (endpoint_id, created_at_ms, sequence)
    WHERE next_try_at_ms IS NOT NULL;
CREATE INDEX webhook_events_due ON webhook_events (endpoint_id, next_try_at_ms) WHERE next_try_at_ms IS NOT NULL;
CREATE INDEX webhook_events_to_archive ON webhook_events (created_at_ms) WHERE payload IS NOT NULL;

CREATE TABLE webhook_deliveries (
    id BLOB PRIMARY KEY,
    event_id BLOB NOT NULL,
    organization_id BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
    http_code INTEGER,
    response TEXT
);

CREATE INDEX webhook_deliveries_by_organization ON webhook_deliveries (organization_id, at_ms, id);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (event_id);
