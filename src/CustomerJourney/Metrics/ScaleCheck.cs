using System.Globalization;

namespace CustomerJourney.Metrics;

/// <summary>Whether answers were given on the scale of their metric, decided from counts alone, so that it does not matter how they were gathered.</summary>
internal static class ScaleCheck
{
    // A real survey of so many answers uses more than half of its scale, and of so many more than a part of the rest.
    private const long AnswersForSmallPart = 30;
    private const long AnswersForLargePart = 100;
    private const long FewestOff = 10;
    private const long FewestForHint = 10;
    private const double MixedShare = 0.05;

    private static readonly (int Minimum, int Maximum)[] Usual = [(0, 1), (1, 5), (0, 5), (1, 7), (1, 10), (0, 10), (0, 100)];

    /// <summary>Why the answers are refused; <see langword="null"/> where they may be on the scale.</summary>
    /// <param name="title">The metric.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="byScore">The answers of each score of the scale; <see langword="null"/> where scores need not be whole.</param>
    /// <param name="valid">How many answers are on the scale.</param>
    /// <param name="off">Those that are not.</param>
    /// <param name="fix">What to do with answers on another scale.</param>
    public static NoValue? Refusal(string title, (int Minimum, int Maximum) scale, IReadOnlyList<long>? byScore, long valid, OffScale off, string fix) =>
        OutsideOf(title, scale, byScore, valid, off, fix) ?? (byScore is null ? null : InPartOf(title, scale, byScore, valid, fix));

    /// <summary>Whether answers that are not refused, being too few or without one end of a scale, look all the same as if they had been given on a smaller usual one; <see langword="null"/> where they do not.</summary>
    public static MetricWarning? Hint(string title, (int Minimum, int Maximum) scale, IReadOnlyList<long> byScore)
    {
        long valid = byScore.Sum();
        if (valid < FewestForHint) return null;
        foreach ((int Minimum, int Maximum) part in Usual)
        {
            int size = part.Maximum - part.Minimum + 1, first = part.Minimum - scale.Minimum;
            if (part.Minimum < scale.Minimum || part.Maximum > scale.Maximum || byScore.Count - size < 2) continue;
            if (byScore[first + size - 1] == 0 || byScore.Skip(first).Take(size).Sum() != valid) continue;
            return MetricWarnings.Warning(
                MetricWarningKind.Assumption,
                $"All {valid} answers to {title} lie from {part.Minimum} to {part.Maximum}: were they given on {part.Minimum}…{part.Maximum} and not on {scale.Minimum}…{scale.Maximum}? Set TrustScale if they were not.");
        }

        return null;
    }

    private static NoValue? OutsideOf(string title, (int Minimum, int Maximum) scale, IReadOnlyList<long>? byScore, long valid, OffScale off, string fix)
    {
        long all = valid + off.Whole;
        if (off.Whole < FewestOff || all < AnswersForSmallPart || off.Whole < MixedShare * all) return null;
        (int least, int greatest) = (off.Least, off.Greatest);
        for (int place = 0; place < byScore?.Count; place++)
        {
            if (byScore[place] == 0) continue;
            least = Math.Min(least, scale.Minimum + place);
            greatest = Math.Max(greatest, scale.Minimum + place);
        }

        (int Minimum, int Maximum) seen = Array.Find(Usual, usual => usual.Minimum <= least && usual.Maximum >= greatest);
        if (seen == default) seen = (Math.Min(scale.Minimum, least), Math.Max(scale.Maximum, greatest));
        bool isOther = 2 * off.Whole >= all;
        return new NoValue
        {
            Reason = isOther ? NoValueReason.WrongScale : NoValueReason.MixedScales,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{off.Whole} of {all} answers to {title} are whole numbers outside of {scale.Minimum}…{scale.Maximum}, up to {off.Greatest}: {(isOther ? "they look like" : "it looks as if some were given on")} {seen.Minimum}…{seen.Maximum}. {fix} If they are mistakes to be left out, set TrustScale."),
        };
    }

    private static NoValue? InPartOf(string title, (int Minimum, int Maximum) scale, IReadOnlyList<long> byScore, long valid, string fix)
    {
        foreach ((int Minimum, int Maximum) part in Usual)
        {
            int size = part.Maximum - part.Minimum + 1, unused = byScore.Count - size;
            if (part.Minimum < scale.Minimum || part.Maximum > scale.Maximum || unused < 2) continue;
            long needed = 2 * unused >= byScore.Count ? AnswersForSmallPart : AnswersForLargePart;
            int first = part.Minimum - scale.Minimum;
            if (valid < needed || byScore[first] == 0 || byScore[first + size - 1] == 0 || byScore.Skip(first).Take(size).Sum() != valid) continue;
            return new NoValue
            {
                Reason = NoValueReason.WrongScale,
                Message = string.Create(
                    CultureInfo.InvariantCulture,
                    $"All {valid} answers to {title} lie from {part.Minimum} to {part.Maximum}, which is another scale than {scale.Minimum}…{scale.Maximum}. {fix} If they were given on {scale.Minimum}…{scale.Maximum} all the same, set TrustScale."),
            };
        }

        return null;
    }
}
