using Checkstand.Core.Merchants;
using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Merchant accounts (section 6.6).</summary>
internal static class MerchantShapes
{
    private static readonly string[] NetworkTokenIds =
    [
        "visa_network_tokens_requestor_id",
        "visa_network_tokens_app_id",
        "amex_network_tokens_requestor_id",
        "amex_network_tokens_app_id",
        "mastercard_network_tokens_requestor_id",
        "mastercard_network_tokens_app_id",
        "discover_network_tokens_requestor_id",
        "discover_network_tokens_app_id",
    ];

    private static readonly string[] LoonIds = ["loon_client_key", "loon_secret_key"];

    private static readonly string[] UpdaterKeys =
    [
        "account_updater_request_encryption_key",
        "account_updater_request_encryption_key_id",
        "account_updater_response_decryption_key",
        "account_updater_response_decryption_key_id",
    ];

    public static readonly ObjectShape Create = new(
        "MerchantAccountCreate",
        [
            .. Settings(),
            Must(
                "id",
                new TextShape
                {
                    LengthMin = 1,
                    LengthMax = MerchantAccountId.LengthMax,
                    Pattern = TextPattern.LettersDigitsDashes,
                }
            ),
            Must("display_name", Text(1, 255)),
        ]
    );

    public static readonly ObjectShape Update = new(
        "MerchantAccountUpdate",
        [.. Settings(), Maybe("display_name", Text(1, 255))]
    );

    public static readonly ObjectShape Account = new(
        "MerchantAccount",
        [
            Named("merchant-account"),
            Must("id", Text(1, MerchantAccountId.LengthMax)),
            Must("display_name", Text(1, 255)),
            .. LoonIds.Select(name => Maybe(name, AnyText)),
            Maybe("loon_accepted_schemes", new ArrayShape(Enums.CardScheme)),
            Maybe("loon_merchant_account_id", AnyText),
            .. UpdaterKeys.Select(name => Maybe(name, AnyText)),
            Must("account_updater_enabled", Forms.Boolean),
            Maybe("over_capture_amount", AnyInteger),
            Maybe("over_capture_percentage", AnyInteger),
            .. NetworkTokenIds.Select(name => Maybe(name, AnyText)),
            Off("async_network_tokens_enabled"),
            Must("created_at", Forms.DateTime),
            Must("updated_at", Forms.DateTime),
        ]
    );

    public static readonly ObjectShape Accounts = PageBody.Of("MerchantAccounts", Account);

    public static readonly ObjectShape ListQuery = new(
        "list_merchant_accounts",
        [.. PageBody.Parameters, Maybe("search", AnyText)]
    );

    public static readonly ObjectShape Summary = new(
        "MerchantAccountSummary",
        Named("merchant-account"),
        Must("id", AnyText),
        Must("display_name", AnyText),
        Must("created_at", Forms.DateTime),
        Must("updated_at", Forms.DateTime),
        Maybe("over_capture_amount", AnyInteger),
        Maybe("over_capture_percentage", AnyInteger)
    );

    /// <summary>Names of the answer's settings that this server has no use for, and shows as null.</summary>
    public static IEnumerable<string> Unused =>
        [
            .. LoonIds,
            "loon_accepted_schemes",
            "loon_merchant_account_id",
            .. UpdaterKeys,
            "over_capture_amount",
            "over_capture_percentage",
            .. NetworkTokenIds,
        ];

    private static Field[] Settings() =>
        [
            Off("account_updater_enabled"),
            .. UpdaterKeys.Select(name => Maybe(name, AnyText)),
            Maybe("over_capture_amount", Amount),
            Maybe("over_capture_percentage", Amount),
            .. LoonIds.Select(name => Maybe(name, AnyText)),
            Maybe("loon_accepted_schemes", new ArrayShape(Enums.CardScheme)),
            Maybe("loon_merchant_account_id", AnyText),
            .. NetworkTokenIds.Select(name => Maybe(name, Text(0, 300))),
            Off("async_network_tokens_enabled"),
        ];
}
