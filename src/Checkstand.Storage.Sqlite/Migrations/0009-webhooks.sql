-- Webhook endpoints, the events that wait for them (the outbox) and what became of each delivery.

CREATE TABLE webhook_endpoints (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
    -- Sealed: whoever reads the file must not be able to sign.
    sealed_secret BLOB NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX webhook_endpoints_by_organization ON webhook_endpoints (organization_id, created_at_ms, id);

-- An event is written with the change that it tells of, if any endpoint wants it. Ids are time-ordered.
CREATE TABLE webhook_events (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    type TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    -- The thing that it is about, as it was after the change.
    subject BLOB NOT NULL,
    -- The body that is sent, fixed when it is first sent anywhere; null until then.
    payload BLOB
);

CREATE INDEX webhook_events_by_organization ON webhook_events (organization_id, id);
CREATE INDEX webhook_events_waiting ON webhook_events (id) WHERE payload IS NULL;
CREATE INDEX webhook_events_by_age ON webhook_events (at_ms);

CREATE TABLE webhook_deliveries (
    event_id BLOB NOT NULL,
    endpoint_id BLOB NOT NULL,
    -- 'waiting', 'delivered' or 'failed'
    status TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_try_at_ms INTEGER,
    last_status INTEGER,
    last_answer TEXT,
    last_try_at_ms INTEGER,
    PRIMARY KEY (event_id, endpoint_id)
) WITHOUT ROWID;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_try_at_ms) WHERE status = 'waiting';
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, event_id);
