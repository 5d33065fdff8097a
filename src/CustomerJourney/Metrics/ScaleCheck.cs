using System.Globalization;

namespace CustomerJourney.Metrics;

/// <summary>Whether answers were given on the scale of their metric, decided from counts alone, so that it does not matter how they were gathered.</summary>
internal sealed class ScaleCheck
{
    // A real survey of so many answers uses more than half of its scale, and of so many more than a part of the rest.
    private const long AnswersForSmallPart = 30;
    private const long AnswersForLargePart = 100;
    private const long FewestOff = 10;
    private const long FewestForHint = 10;
    private const double MixedShare = 0.05;

    private static readonly (int Minimum, int Maximum)[] Usual = [(0, 1), (1, 5), (0, 5), (1, 7), (1, 10), (0, 10), (0, 100)];

    private readonly string _title;
    private readonly (int Minimum, int Maximum) _scale;
    private readonly IReadOnlyList<long>? _byScore;
    private readonly long _valid;
    private readonly long _off;
    private readonly (int Minimum, int Maximum)? _part;

    /// <summary>Checks answers.</summary>
    /// <param name="title">The metric.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="byScore">The answers of each score of the scale; <see langword="null"/> where scores need not be whole.</param>
    /// <param name="valid">How many answers are on the scale.</param>
    /// <param name="off">Those that are not.</param>
    /// <param name="fix">What to do with answers on another scale.</param>
    public ScaleCheck(string title, (int Minimum, int Maximum) scale, IReadOnlyList<long>? byScore, long valid, OffScale off, string fix)
    {
        (_title, _scale, _byScore, _valid, _off) = (title, scale, byScore, valid, off.Whole);
        Refusal = Outside((off.Least, off.Greatest), fix);
        if (Refusal is not null || byScore is null) return;
        _part = PartOf(byScore);
        if (_part is { } part) Refusal = InPart(part, fix);
    }

    /// <summary>Why the answers are refused; <see langword="null"/> where they may be on the scale.</summary>
    public NoValue? Refusal { get; }

    /// <summary>
    /// Why the answers of a group are refused where those of all groups are, though it has too few to tell by itself: one in twenty of them is off the scale, however few they are, or they lie on the
    /// smaller scale on which all lie. <see langword="null"/> where its own answers speak for themselves.
    /// </summary>
    /// <param name="all">The answers of all groups.</param>
    public NoValue? RefusalAmong(ScaleCheck all)
    {
        if (Refusal is not null || all.Refusal is null) return Refusal;
        if (all._part is { } part) return _valid > 0 && LieIn(part, _byScore!) ? Shared(all, string.Create(CultureInfo.InvariantCulture, $"The answers to {_title} in this group ({_valid}) lie from {part.Minimum} to {part.Maximum} too")) : null;
        long answers = _valid + _off;
        return _off > 0 && _off >= MixedShare * answers ? Shared(all, string.Create(CultureInfo.InvariantCulture, $"{_off} of {CountText.Of(answers, "answer")} to {_title} in this group {CountText.Be(_off)} outside of {_scale.Minimum}…{_scale.Maximum} too")) : null;
    }

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

    private static NoValue Shared(ScaleCheck all, string what) => all.Refusal! with { Message = $"{what}, and all groups together are refused: {all.Refusal!.Message}" };

    private NoValue? Outside((int Least, int Greatest) off, string fix)
    {
        long all = _valid + _off;
        if (_off < FewestOff || all < AnswersForSmallPart || _off < MixedShare * all) return null;
        (int least, int greatest) = off;
        for (int place = 0; place < _byScore?.Count; place++)
        {
            if (_byScore[place] == 0) continue;
            least = Math.Min(least, _scale.Minimum + place);
            greatest = Math.Max(greatest, _scale.Minimum + place);
        }

        (int Minimum, int Maximum) seen = Array.Find(Usual, usual => usual.Minimum <= least && usual.Maximum >= greatest);
        if (seen == default) seen = (Math.Min(_scale.Minimum, least), Math.Max(_scale.Maximum, greatest));
        bool isOther = 2 * _off >= all;
        return new NoValue
        {
            Reason = isOther ? NoValueReason.WrongScale : NoValueReason.MixedScales,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"{_off} of {all} answers to {_title} are whole numbers outside of {_scale.Minimum}…{_scale.Maximum}, up to {off.Greatest}: {(isOther ? "they look like" : "it looks as if some were given on")} {seen.Minimum}…{seen.Maximum}. {fix} If they are mistakes to be left out, set TrustScale."),
        };
    }

    /// <summary>The smaller usual scale on which all answers lie, both of its ends among them.</summary>
    private (int Minimum, int Maximum)? PartOf(IReadOnlyList<long> byScore)
    {
        foreach ((int Minimum, int Maximum) part in Usual)
        {
            int size = part.Maximum - part.Minimum + 1, unused = byScore.Count - size;
            if (part.Minimum < _scale.Minimum || part.Maximum > _scale.Maximum || unused < 2) continue;
            long needed = 2 * unused >= byScore.Count ? AnswersForSmallPart : AnswersForLargePart;
            int first = part.Minimum - _scale.Minimum;
            if (_valid >= needed && byScore[first] > 0 && byScore[first + size - 1] > 0 && LieIn(part, byScore)) return part;
        }

        return null;
    }

    private bool LieIn((int Minimum, int Maximum) part, IReadOnlyList<long> byScore) =>
        byScore.Skip(part.Minimum - _scale.Minimum).Take(part.Maximum - part.Minimum + 1).Sum() == _valid;

    private NoValue InPart((int Minimum, int Maximum) part, string fix) => new()
    {
        Reason = NoValueReason.WrongScale,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"All {_valid} answers to {_title} lie from {part.Minimum} to {part.Maximum}, which is another scale than {_scale.Minimum}…{_scale.Maximum}. {fix} If they were given on {_scale.Minimum}…{_scale.Maximum} all the same, set TrustScale."),
    };
}
