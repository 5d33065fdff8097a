using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>
/// How a journey feels from touchpoint to touchpoint, to everyone or to one persona, on the scale -2 (awful) to +2 (delightful). Its figures rest on the moments whose emotion is known;
/// each is <see langword="null"/>, never 0, where nothing is known.
/// </summary>
/// <remarks>
/// What people remember of an experience is close to the mean of its most extreme moment and its last one, and hardly depends on how long it lasted
/// (B. L. Fredrickson and D. Kahneman, Journal of Personality and Social Psychology 65 (1993); D. Kahneman and others, Psychological Science 4 (1993)). That is a finding about memory:
/// so <see cref="PeakEnd"/> stands beside <see cref="Score"/>, <see cref="Mean"/> and <see cref="DurationWeightedMean"/> and replaces none of them.
/// </remarks>
public sealed class EmotionCurve : IJourneyResult
{
    internal const int Lowest = -2;
    internal const int Highest = 2;

    private readonly EmotionMoment[] _known;

    internal EmotionCurve(Journey journey, Persona? persona)
    {
        Journey = journey;
        Persona = persona;
        Moments =
        [
            .. journey.Touchpoints.Where(touchpoint => persona is null || touchpoint.IsFor(persona))
                .Select((touchpoint, place) => persona is null ? EmotionMoment.OfEveryone(touchpoint, place) : EmotionMoment.Of(touchpoint, place, persona)),
        ];
        _known = [.. Moments.Where(moment => moment.Value is not null)];
        double[] values = [.. _known.Select(moment => moment.Value!.Value)];
        Score = Weighted.Mean(_known.Select(moment => (moment.Value!.Value, (double)moment.Weight)));
        Mean = Weighted.Mean(values.Select(value => (value, 1.0)));
        DurationWeightedMean = CurveShape.MeanOverTime(_known);
        Peak = CurveShape.Peak(_known);
        End = _known.Length == 0 ? null : _known[^1];
        Slope = CurveShape.Slope(_known);
        Range = values.Length == 0 ? null : values.Max() - values.Min();
        LargestDrop = CurveShape.LargestDrop(_known);
        SignChanges = values.Length == 0 ? null : CurveShape.SignChanges(values);
        BiggestGap = Moments.Where(moment => moment.Gap > 0).OrderByDescending(moment => moment.Gap).ThenByDescending(moment => moment.Weight).FirstOrDefault();
        Gaps = new EmotionGaps(this);
    }

    /// <summary>The map.</summary>
    public Journey Journey { get; }

    /// <summary>Whose feelings they are; <see langword="null"/> for everyone's.</summary>
    public Persona? Persona { get; }

    /// <summary>
    /// The touchpoints in journey order, those without an emotion included; for a persona only those to which it comes (<see cref="Touchpoint.Personas"/>).
    /// A persona's value is its own emotion, else that of everyone; everyone's is <see cref="Touchpoint.MeanEmotion"/>.
    /// </summary>
    public IReadOnlyList<EmotionMoment> Moments { get; }

    /// <summary>The journey score: the mean emotion weighted by importance, Σ(value × importance) / Σ importance, -2 to +2; <see langword="null"/> when no emotion is known.</summary>
    public double? Score { get; }

    /// <summary>The mean emotion, each moment counted once, -2 to +2; <see langword="null"/> when no emotion is known.</summary>
    public double? Mean { get; }

    /// <summary>
    /// The mean emotion weighted by time, -2 to +2, each moment with the middle of its <see cref="Touchpoint.ExpectedDuration"/>;
    /// <see langword="null"/> unless every moment whose emotion is known has a duration, and not all of them last no time.
    /// </summary>
    public double? DurationWeightedMean { get; }

    /// <summary>The most extreme moment, with the greatest distance from 0; of equally extreme ones a negative one, of those the first. <see langword="null"/> when no emotion is known.</summary>
    public EmotionMoment? Peak { get; }

    /// <summary>The last moment whose emotion is known; <see langword="null"/> when none is.</summary>
    public EmotionMoment? End { get; }

    /// <summary>What is likely to be remembered: the mean of <see cref="Peak"/> and <see cref="End"/>, -2 to +2; <see langword="null"/> when no emotion is known.</summary>
    public double? PeakEnd => (Peak?.Value + End?.Value) / 2;

    /// <summary>How much better each step feels than the one before, on the whole: the least-squares slope over <see cref="EmotionMoment.Place"/>; <see langword="null"/> below two known emotions.</summary>
    public double? Slope { get; }

    /// <summary>The greatest value minus the least, 0 to 4; <see langword="null"/> when no emotion is known.</summary>
    public double? Range { get; }

    /// <summary>The steepest fall from one known emotion to the next, of equal ones the first; <see langword="null"/> when the curve never falls.</summary>
    public EmotionDrop? LargestDrop { get; }

    /// <summary>How often the journey turns from good to bad or back; neutral moments and gaps are passed over. <see langword="null"/> when no emotion is known.</summary>
    public int? SignChanges { get; }

    /// <summary>The moment that is furthest below its target, of equal ones the most important, of those the first; <see langword="null"/> when none is known to be below.</summary>
    public EmotionMoment? BiggestGap { get; }

    /// <summary>How far stages, phases and the whole journey are from where they should be.</summary>
    public EmotionGaps Gaps { get; }

    /// <inheritdoc/>
    public string Title => $"Emotion curve of {Phrase.Quote(Journey.Name)}, {PersonaName}";

    /// <summary>The name of the persona, with its id where several are called so; or a word for everyone.</summary>
    internal string PersonaName => Persona is null ? "Everyone" : Journey.PersonaNames.Label(Persona);

    /// <summary>One row a moment, in journey order.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Stage", Kind = ResultColumnKind.Text }, new() { Name = "Touchpoint", Kind = ResultColumnKind.Text }, new() { Name = "Emotion", Kind = ResultColumnKind.Number },
            new() { Name = "Target", Kind = ResultColumnKind.Number }, new() { Name = "Gap", Kind = ResultColumnKind.Number }, new() { Name = "Importance", Kind = ResultColumnKind.Count },
            new() { Name = "Moment of truth", Kind = ResultColumnKind.Flag },
        ],
        Rows =
        [
            .. Moments.Select(IReadOnlyList<object?> (moment) =>
                [Journey.StageNames.Label(moment.Touchpoint.Stage), Journey.TouchpointNames.Label(moment.Touchpoint), moment.Value, moment.Target, moment.Gap, (long)moment.Weight, moment.Touchpoint.IsMomentOfTruth]),
        ],
        Chart = new ResultChart { LabelColumns = ["Touchpoint"], ValueColumn = "Emotion", Minimum = Lowest, Maximum = Highest },
    };
}
