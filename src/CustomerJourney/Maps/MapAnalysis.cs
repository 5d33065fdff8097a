using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>
/// What a map alone tells, made by <c>journey.Analyze()</c>. Every part is a result of its own that reports can show; this one is their summary: one row for everyone and one for each persona that the map follows.
/// The figures are as good as the map: an emotion that someone assumed counts like one that was observed (<see cref="Emotion.Source"/>). Immutable and safe to share between threads.
/// </summary>
public sealed class MapAnalysis : IJourneyResult
{
    private static readonly ResultColumn[] Columns =
    [
        Column("Persona", ResultColumnKind.Text), Column("Moments", ResultColumnKind.Count), Column("Without emotion", ResultColumnKind.Count), Column("Score", ResultColumnKind.Number),
        Column("Mean", ResultColumnKind.Number), Column("Mean over time", ResultColumnKind.Number), Column("Peak", ResultColumnKind.Number), Column("End", ResultColumnKind.Number),
        Column("Peak-end", ResultColumnKind.Number), Column("Range", ResultColumnKind.Number), Column("Slope", ResultColumnKind.Number), Column("Largest drop", ResultColumnKind.Number),
        Column("Sign changes", ResultColumnKind.Count), Column("Gap", ResultColumnKind.Number), Column("Total gap", ResultColumnKind.Number),
    ];

    internal MapAnalysis(Journey journey)
    {
        Journey = journey;
        Emotions = new EmotionCurve(journey, persona: null);
        PersonaEmotions = new LazyList<EmotionCurve>(journey.FollowedPersonas.Count, place => new EmotionCurve(journey, journey.FollowedPersonas[place]));
        PainPoints = new PainPointRanking(journey);
        Opportunities = new OpportunityRanking(journey, OpportunityOrder.Priority);
        Personas = new PersonaMatrix(journey);
        Channels = new ChannelMix(journey);
        ChannelBreaks = new ChannelBreakList(journey, persona: null);
        Departments = new DepartmentLoad(journey);
    }

    /// <summary>The map.</summary>
    public Journey Journey { get; }

    /// <summary>How the journey feels to everyone: at each touchpoint the mean of its emotions.</summary>
    public EmotionCurve Emotions { get; }

    /// <summary>How the journey feels to each persona that the map follows, in map order; empty when it follows none. A curve is made when it is first asked for, and kept.</summary>
    public IReadOnlyList<EmotionCurve> PersonaEmotions { get; }

    /// <summary>The journey score of everyone, -2 to +2 (<see cref="EmotionCurve.Score"/>); <see langword="null"/> when no emotion is known.</summary>
    public double? Score => Emotions.Score;

    /// <summary>What hurts, the worst first.</summary>
    public PainPointRanking PainPoints { get; }

    /// <summary>What would help, the highest <see cref="Opportunity.Priority"/> first; <see cref="OpportunityRanking.By"/> ranks them otherwise.</summary>
    public OpportunityRanking Opportunities { get; }

    /// <summary>Which persona comes to which touchpoint, and how it feels to them.</summary>
    public PersonaMatrix Personas { get; }

    /// <summary>The touchpoints by channel, medium and ownership.</summary>
    public ChannelMix Channels { get; }

    /// <summary>Where the journey changes its channel, for a customer who takes every touchpoint in map order.</summary>
    public ChannelBreakList ChannelBreaks { get; }

    /// <summary>The touchpoints by department.</summary>
    public DepartmentLoad Departments { get; }

    /// <inheritdoc/>
    public string Title => $"Emotions of {Phrase.Quote(Journey.Name)}";

    /// <summary>How the journey feels to one persona.</summary>
    /// <param name="persona">The name or id of any persona of the map, followed or not.</param>
    /// <exception cref="KeyNotFoundException">The map has no such persona; the message lists those that it has.</exception>
    /// <exception cref="ArgumentException">Several personas have the name; the message lists their ids.</exception>
    public EmotionCurve EmotionsOf(string persona) => new(Journey, Find(persona));

    /// <summary>Where the journey changes its channel for one persona: only touchpoints to which that persona comes count.</summary>
    /// <param name="persona">The name or id of any persona of the map, followed or not.</param>
    /// <exception cref="KeyNotFoundException">The map has no such persona; the message lists those that it has.</exception>
    /// <exception cref="ArgumentException">Several personas have the name; the message lists their ids.</exception>
    public ChannelBreakList ChannelBreaksOf(string persona) => new(Journey, Find(persona));

    /// <summary>One row for everyone and one for each persona that the map follows.</summary>
    public ResultTable ToTable() => new()
    {
        Columns = Columns,
        // The curves of a table are not kept: personas may be many.
        Rows = [Row(Emotions), .. Journey.FollowedPersonas.Select(persona => Row(new EmotionCurve(Journey, persona)))],
        Chart = new ResultChart { LabelColumns = ["Persona"], ValueColumn = "Score", Minimum = EmotionCurve.Lowest, Maximum = EmotionCurve.Highest },
    };

    private static IReadOnlyList<object?> Row(EmotionCurve curve) =>
    [
        curve.PersonaName, (long)curve.Moments.Count, (long)curve.Moments.Count(moment => moment.Value is null), curve.Score, curve.Mean, curve.DurationWeightedMean,
        curve.Peak?.Value, curve.End?.Value, curve.PeakEnd, curve.Range, curve.Slope, curve.LargestDrop?.Change, (long?)curve.SignChanges, curve.Gaps.Mean, curve.Gaps.Total,
    ];

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };

    private Persona Find(string persona) => Journey.FindPersona(persona)
        ?? throw new KeyNotFoundException($"The journey {Phrase.Quote(Journey.Name)} has no persona {Phrase.Quote(persona)}; {Phrase.Known("personas", Journey.Personas.Select(known => known.Name))}.");
}
