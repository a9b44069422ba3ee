namespace Checkstand.Core.Vault;

/// <summary>
/// Finds a card's scheme by the issuer ranges that the schemes publish. Ranges are compared on their first six digits,
/// the narrower range first, because several schemes carve theirs out of another's. Debit networks without ranges of
/// their own (Accel, NYCE, Pulse, Star, eftpos, Cartes Bancaires) ride on another scheme's numbers and are never found here.
/// </summary>
public static class CardSchemes
{
    private static readonly Range[] Ranges =
    [
        // Elo: single BINs and short ranges inside Visa, Discover and Maestro space.
        new(401178, 401179, CardScheme.Elo),
        new(431274, 431274, CardScheme.Elo),
        new(438935, 438935, CardScheme.Elo),
        new(451416, 451416, CardScheme.Elo),
        new(457393, 457393, CardScheme.Elo),
        new(457631, 457632, CardScheme.Elo),
        new(504175, 504175, CardScheme.Elo),
        new(506699, 506778, CardScheme.Elo),
        new(509000, 509999, CardScheme.Elo),
        new(627780, 627780, CardScheme.Elo),
        new(636297, 636297, CardScheme.Elo),
        new(636368, 636368, CardScheme.Elo),
        new(650031, 650033, CardScheme.Elo),
        new(650035, 650051, CardScheme.Elo),
        new(650405, 650439, CardScheme.Elo),
        new(650485, 650538, CardScheme.Elo),
        new(650541, 650598, CardScheme.Elo),
        new(650700, 650718, CardScheme.Elo),
        new(650720, 650727, CardScheme.Elo),
        new(650901, 650978, CardScheme.Elo),
        new(651652, 651679, CardScheme.Elo),
        new(655000, 655019, CardScheme.Elo),
        new(655021, 655058, CardScheme.Elo),
        // Hipercard.
        new(384100, 384100, CardScheme.Hipercard),
        new(384140, 384140, CardScheme.Hipercard),
        new(384160, 384160, CardScheme.Hipercard),
        new(606282, 606282, CardScheme.Hipercard),
        new(637095, 637095, CardScheme.Hipercard),
        new(637568, 637568, CardScheme.Hipercard),
        // RuPay.
        new(508500, 508999, CardScheme.Rupay),
        new(606985, 607984, CardScheme.Rupay),
        new(608001, 608500, CardScheme.Rupay),
        new(652150, 653149, CardScheme.Rupay),
        new(817200, 819899, CardScheme.Rupay),
        new(820000, 820199, CardScheme.Rupay),
        // Dankort (without a Visa co-badge) and Bancontact.
        new(501900, 501999, CardScheme.Dankort),
        new(670300, 670399, CardScheme.Bancontact),
        // Mir.
        new(220000, 220499, CardScheme.Mir),
        // American Express.
        new(340000, 349999, CardScheme.Amex),
        new(370000, 379999, CardScheme.Amex),
        // Diners Club.
        new(300000, 305999, CardScheme.DinersClub),
        new(309500, 309599, CardScheme.DinersClub),
        new(360000, 369999, CardScheme.DinersClub),
        new(380000, 399999, CardScheme.DinersClub),
        // JCB.
        new(352800, 358999, CardScheme.Jcb),
        // UATP.
        new(100000, 199999, CardScheme.Uatp),
        // Visa.
        new(400000, 499999, CardScheme.Visa),
        // Mastercard, with the 2-series.
        new(222100, 272099, CardScheme.Mastercard),
        new(510000, 559999, CardScheme.Mastercard),
        // Discover; 6221-6229 are UnionPay's, accepted on Discover's network in some countries only.
        new(601100, 601199, CardScheme.Discover),
        new(644000, 659999, CardScheme.Discover),
        // UnionPay.
        new(620000, 629999, CardScheme.Unionpay),
        new(810000, 817199, CardScheme.Unionpay),
        // Maestro: what remains of 50 and 56 to 69.
        new(500000, 509999, CardScheme.Maestro),
        new(560000, 589999, CardScheme.Maestro),
        new(600000, 699999, CardScheme.Maestro),
    ];

    /// <summary>The scheme of a number or of its first digits.</summary>
    /// <param name="digits">ASCII digits, six at least; only the first six count.</param>
    public static CardScheme Of(ReadOnlySpan<byte> digits)
    {
        var prefix = 0;
        foreach (var digit in digits[..CardNumber.BinLength])
        {
            prefix = (prefix * 10) + (digit - '0');
        }

        foreach (var range in Ranges)
        {
            if (prefix >= range.First && prefix <= range.Last)
            {
                return range.Scheme;
            }
        }

        return CardScheme.Other;
    }

    private readonly record struct Range(int First, int Last, CardScheme Scheme);
}
