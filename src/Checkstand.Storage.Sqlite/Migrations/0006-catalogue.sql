-- What is sold: products with their prices, meters, custom fields, discounts and checkout links. Ids are random, so lists
-- are ordered by time first and by id where times are equal.

CREATE TABLE products (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    visibility TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    is_recurring INTEGER NOT NULL CHECK (is_recurring IN (0, 1)),
    price_kind TEXT NOT NULL,
    price_minor_units INTEGER NOT NULL,
    metadata TEXT NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX products_by_organization ON products (organization_id, created_at_ms, id);

CREATE TABLE product_prices (
    id BLOB PRIMARY KEY,
    product_id BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE meters (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1)),
    metadata TEXT NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX meters_by_organization ON meters (organization_id, created_at_ms, id);

CREATE TABLE custom_fields (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    search_text TEXT NOT NULL,
    document BLOB NOT NULL
);

CREATE INDEX custom_fields_by_organization ON custom_fields (organization_id, created_at_ms, id);
CREATE UNIQUE INDEX custom_fields_by_slug ON custom_fields (organization_id, slug);

CREATE TABLE discounts (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- In capitals, because buyers type it in any case.
    code_key TEXT,
    ends_at_ms INTEGER,
    search_text TEXT NOT NULL,
    deleted_at_ms INTEGER,
    document BLOB NOT NULL
);

CREATE INDEX discounts_by_organization ON discounts (organization_id, created_at_ms, id) WHERE deleted_at_ms IS NULL;
CREATE UNIQUE INDEX discounts_by_code ON discounts (organization_id, code_key)
    WHERE code_key IS NOT NULL AND deleted_at_ms IS NULL;

-- A row for each confirmed checkout that carries a discount; it goes when the payment fails.
CREATE TABLE discount_redemptions (
    checkout_id BLOB PRIMARY KEY,
    discount_id BLOB NOT NULL,
    customer_id BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX discount_redemptions_by_discount ON discount_redemptions (discount_id, customer_id);

CREATE TABLE checkout_links (
    id BLOB PRIMARY KEY,
    organization_id BLOB NOT NULL,
    created_at_ms INTEGER NOT NULL,
    client_secret TEXT NOT NULL UNIQUE,
    label TEXT,
    success_url TEXT,
    allow_discount_codes INTEGER NOT NULL CHECK (allow_discount_codes IN (0, 1)),
    document BLOB NOT NULL
);

CREATE INDEX checkout_links_by_organization ON checkout_links (organization_id, created_at_ms, id);

CREATE TABLE checkout_link_products (
    checkout_link_id BLOB NOT NULL,
    product_id BLOB NOT NULL,
    PRIMARY KEY (checkout_link_id, product_id)
) WITHOUT ROWID;
