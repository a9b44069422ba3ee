using System.Globalization;

namespace Checkstand.Server.Tests.Cards;

/// <summary>A card that exists nowhere: a number that passes the Luhn check, an expiry and a code.</summary>
internal sealed record TestCard(string Number, string Expiry, string Code)
{
    // First digits and lengths as the schemes publish them; the rest is random.
    private static readonly (string Prefix, int Length)[] Ranges =
    [
        ("4", 13),
        ("4", 16),
        ("5", 16),
        ("37", 15),
        ("6011", 16),
        ("3528", 16),
        ("62", 19),
    ];

    public string Body => ApiClient.CardBody(Number, Expiry, Code);

    /// <summary>
    /// The same cards for the same count. No number and no pair of expiry and code appears twice, and no code is the last
    /// four digits of a number or a status of HTTP: those are shown.
    /// </summary>
    public static IReadOnlyList<TestCard> Generate(int count)
    {
        var random = new Random(20_261_121);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        while (numbers.Count < count)
        {
            numbers.Add(NewNumber(random, numbers.Count));
        }

        var shown = numbers.Select(number => number[^4..]).ToHashSet(StringComparer.Ordinal);
        var fourDigitCodes = Enumerable
            .Range(1000, 9000)
            .Select(code => $"{code}")
            .Where(code => !shown.Contains(code));
        var unused = new Queue<string>(fourDigitCodes);
        return
        [
            .. numbers.Select(
                (number, i) =>
                    new TestCard(
                        number,
                        $"{(i % 12) + 1:00}/{30 + (i / 12 % 60):00}",
                        IsAmex(number) ? unused.Dequeue() : $"{600 + ((i + (i / 720)) % 400)}"
                    )
            ),
        ];
    }

    private static bool IsAmex(string number) => number.StartsWith("37", StringComparison.Ordinal);

    private static string NewNumber(Random random, int index)
    {
        var (prefix, length) = Ranges[index % Ranges.Length];
        var digits = prefix;
        while (digits.Length < length - 1)
        {
            digits += random.Next(10).ToString(CultureInfo.InvariantCulture);
        }

        return digits + CheckDigit(digits);
    }

    // ISO/IEC 7812-1 annex B: every second digit from the right is doubled, nines are cast out, the sum ends in 0.
    private static int CheckDigit(string digits)
    {
        var sum = digits
            .Reverse()
            .Select((character, place) => (character - '0') * (place % 2 == 0 ? 2 : 1))
            .Sum(value => value > 9 ? value - 9 : value);
        return (10 - (sum % 10)) % 10;
    }
}
