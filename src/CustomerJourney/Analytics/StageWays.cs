using CustomerJourney.Classification;

namespace CustomerJourney.Analytics;

/// <summary>The way from one stage to the next, where nobody has said how long it may take.</summary>
internal static class StageWays
{
    private const int PartOfObservation = 4;

    /// <summary>A quarter of the time for which a log was watched, in whole days where that is one or more: long enough to go on, short enough that most windows have closed.</summary>
    public static TimeSpan WindowFor(StagedLog log)
    {
        TimeSpan watched = log.Schema.ObservedUntil - log.Range?.Start ?? TimeSpan.Zero;
        TimeSpan part = watched / PartOfObservation;
        return part >= TimeSpan.FromDays(1) ? TimeSpan.FromDays(Math.Floor(part.TotalDays)) : new TimeSpan(Math.Max(1, part.Ticks));
    }

    /// <param name="journey">The map that says what the stages are called.</param>
    /// <param name="from">The stage that customers leave.</param>
    /// <param name="to">The stage that they enter.</param>
    /// <param name="window">How long it may take.</param>
    public static Funnel Between(Journey journey, Stage from, Stage to, TimeSpan window) => Between(StepAt(journey, from, from.Id), StepAt(journey, to, to.Id), window);

    public static Funnel Between(Step from, Step to, TimeSpan window) => new(from, to) { Window = window };

    /// <summary>A stage as a step that reads as on a map.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="stage">A stage of it.</param>
    /// <param name="word">What finds the stage.</param>
    public static Step StepAt(Journey journey, Stage stage, string word) => Step.Stage(word) with { Label = journey.StageNames.Label(stage) };
}
