using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Numbers from UTF-8 text in one culture. Group separators are refused: 1,5 must never become 15.</summary>
internal sealed class NumberParser
{
    /// <summary>Below which share of an amount a difference is that of binary floating point, which holds 15 to 17 digits.</summary>
    private const decimal BinaryPrecision = 1e-15m;
    private readonly NumberFormatInfo _format;
    private readonly bool _roundsAmounts;

    /// <summary>Makes a parser.</summary>
    /// <param name="culture">How numbers are written; <see langword="null"/> for the invariant culture.</param>
    /// <param name="roundsAmounts">Whether amounts with more than four decimals are rounded.</param>
    /// <param name="option">The option that says so, for messages.</param>
    public NumberParser(CultureInfo? culture, bool roundsAmounts, string option)
    {
        _roundsAmounts = roundsAmounts;
        _format = NumberFormatInfo.GetInstance(culture ?? CultureInfo.InvariantCulture);
        string separator = _format.NumberDecimalSeparator;
        NotAScore = $"is not a finite number such as 8 or 7{separator}5; group separators are not allowed";
        NotMoney = $"{MoneyUnits.Allowed}, written such as 12{separator}50 without group separators";
        TooManyDecimals = $"{MoneyUnits.Allowed}; {option} rounds such to four decimals";
    }

    /// <summary>Why a text is not a score, and what is allowed.</summary>
    public string NotAScore { get; }

    private string NotMoney { get; }

    private string TooManyDecimals { get; }

    /// <summary>Why a text is not a sequence number, and what is allowed.</summary>
    public static string NotASequence => "is not a whole number between -9223372036854775807 and 9223372036854775807";

    public bool TryScore(ReadOnlySpan<byte> text, out double score)
    {
        if (text.Length == 1 && text[0] is >= (byte)'0' and <= (byte)'9')
        {
            score = text[0] - '0';
            return true;
        }

        return double.TryParse(text, NumberStyles.Float, _format, out score) && double.IsFinite(score);
    }

    /// <summary>Reads an amount of money, with or without an exponent; gives why a text is none, and what is allowed.</summary>
    /// <remarks>
    /// More than four decimals are read as four where the difference is less than 10⁻¹⁵ of the amount: 59.970000000000006 is what doubles make of 19.99 × 3.
    /// A double and its shortest text are off by at most 2⁻⁵³ of the amount each, as is each addition, so sums of up to eight amounts of one sign are read as they were meant;
    /// and a number of up to 15 digits never differs by so little from another one.
    /// </remarks>
    public string? ReadMoney(ReadOnlySpan<byte> text, out long units, out bool isRounded)
    {
        units = 0;
        isRounded = false;
        if (!decimal.TryParse(text, NumberStyles.Float, _format, out decimal amount)) return NotMoney;
        if (MoneyUnits.TryFrom(amount, out units) && (units != 0 || !HasDigits(text))) return null;
        decimal nearest = decimal.Round(amount, MoneyUnits.Decimals, MidpointRounding.ToEven);
        if (!MoneyUnits.TryFrom(nearest, out units)) return NotMoney;
        if (Math.Abs(amount - nearest) < Math.Abs(amount) * BinaryPrecision) return null;
        isRounded = _roundsAmounts;
        return _roundsAmounts ? null : TooManyDecimals;
    }

    public static bool TrySequence(ReadOnlySpan<byte> text, out long sequence) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out sequence) && sequence != EventRow.None;

    /// <summary>Whether a number has digits other than 0 before its exponent; decimal makes 0 of 1E-40, too.</summary>
    private static bool HasDigits(ReadOnlySpan<byte> number)
    {
        int exponent = number.IndexOfAny((byte)'e', (byte)'E');
        return (exponent < 0 ? number : number[..exponent]).IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
    }
}
