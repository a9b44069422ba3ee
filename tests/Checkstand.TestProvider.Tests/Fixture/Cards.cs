using System.Text;
using Checkstand.Core.Vault;

namespace Checkstand.TestProvider.Tests.Fixture;

/// <summary>The numbers of the table of outcomes (docs/reference/test-provider.md).</summary>
internal static class Cards
{
    public const string Approve = "4242424242424242";
    public const string Decline = "4000000000000002";
    public const string InsufficientFunds = "4000000000009995";
    public const string ExpiredCard = "4000000000000069";
    public const string IncorrectCvc = "4000000000000127";
    public const string Error = "4000000000000119";
    public const string RequiresAction = "4000002760003184";
    public const string TimeoutCharged = "4000000000000341";
    public const string TimeoutNotCharged = "4000000000003220";
    public const string LateSuccess = "4000000000000077";
    public const string LateFailure = "4000000000003725";

    public static readonly string[] All =
    [
        Approve,
        Decline,
        InsufficientFunds,
        ExpiredCard,
        IncorrectCvc,
        Error,
        RequiresAction,
        TimeoutCharged,
        TimeoutNotCharged,
        LateSuccess,
        LateFailure,
    ];

    public static CardData Card(string number, string? code = "123") =>
        new(
            new CardNumber(Encoding.ASCII.GetBytes(number)),
            new CardExpiry("12/34"u8),
            code is null ? null : new SecurityCode(Encoding.ASCII.GetBytes(code))
        );
}
