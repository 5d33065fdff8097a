using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Numbers from UTF-8 text in one culture. Group separators are refused: 1,5 must never become 15.</summary>
internal sealed class NumberParser
{
    private const int MostMoneyDigits = 28;
    private readonly NumberFormatInfo _format;

    public NumberParser(CultureInfo? culture)
    {
        _format = NumberFormatInfo.GetInstance(culture ?? CultureInfo.InvariantCulture);
        string separator = _format.NumberDecimalSeparator;
        NotAScore = $"is not a finite number such as 8 or 7{separator}5; group separators are not allowed";
        NotMoney = $"{MoneyUnits.Allowed}, written such as 12{separator}50 without group separators";
    }

    /// <summary>Why a text is not a score, and what is allowed.</summary>
    public string NotAScore { get; }

    /// <summary>Why a text is not an amount, and what is allowed.</summary>
    public string NotMoney { get; }

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

    public bool TryMoney(ReadOnlySpan<byte> text, out long units)
    {
        units = 0;

        // decimal rounds what lies beyond its digits, and a rounded amount is not the one that was written.
        return DigitsIn(text) <= MostMoneyDigits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, _format, out decimal amount)
            && MoneyUnits.TryFrom(amount, out units);
    }

    public static bool TrySequence(ReadOnlySpan<byte> text, out long sequence) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out sequence) && sequence != EventRow.None;

    private static int DigitsIn(ReadOnlySpan<byte> text)
    {
        int digits = 0;
        foreach (byte character in text)
        {
            if (character is >= (byte)'0' and <= (byte)'9') digits++;
        }

        return digits;
    }
}
