using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Explains where customers are. It looks at one customer at a time and is slow and plain; what an event stands for and whether a rule holds it asks the machine that classifies. Safe for use by many threads.</summary>
internal sealed class StageExplainer
{
    private readonly StageMachine?[] _alone;
    private readonly double _halfLife;

    /// <param name="journey">The map.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="machine">The machine that is compiled of them.</param>
    public StageExplainer(Journey journey, StageRules rules, StageMachine machine)
    {
        Journey = journey;
        Rules = rules;
        Machine = machine;
        Visits = new VisitMemory(journey.Stages.Count, rules.HalfLife);
        Touchpoints = [.. journey.Touchpoints];
        StageOfRule = [.. rules.Rules.Select(rule => (byte)journey[rule.Stage].Position)];
        _alone = new StageMachine?[rules.Rules.Count];
        _halfLife = rules.HalfLife.Ticks;
    }

    public Journey Journey { get; }

    public StageRules Rules { get; }

    public StageMachine Machine { get; }

    public VisitMemory Visits { get; }

    /// <summary>In journey order.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    public byte[] StageOfRule { get; }

    /// <summary>The machine of one rule. Two threads may make it at once; both are the same.</summary>
    public StageMachine Alone(int rule) => _alone[rule] ??= Machine.Alone(rule);

    /// <summary>What evidence weighs after some time.</summary>
    public double WeightAfter(long ticks) => Math.Pow(2, -ticks / _halfLife);

    /// <summary>Explains where a customer of a log is.</summary>
    /// <exception cref="InvalidOperationException">The log is a cut whose events have stages that they have of events that were cut away.</exception>
    public StageExplanation Explain(StagedLog log, int customer)
    {
        long[] machine = new long[Machine.MemorySize];
        Machine.Begin(machine);
        long[] visits = new long[Visits.SizeFor(0)];
        Visits.Begin(visits);
        CustomerCourse course = new(this, TraceEvents.Of(log, customer), log.Schema.ObservedUntil?.UtcTicks ?? 0, TraceEvents.SilentUntil(log, customer), machine, visits);
        CustomerStage stage = log[log.CustomerIds[customer]];
        if (!TraceEvents.AreAsIn(log, customer, course))
        {
            throw new InvalidOperationException(
                $"The stages of the customer {RuleText.Name(stage.Customer)} were given over a longer log than this cut of it, so the cut does not tell why; explain the customer in the whole log, or classify the cut by itself: journey.Classify(cut).");
        }

        return Explain(course, stage, log.Schema.ObservedUntil, null);
    }

    /// <summary>Explains where a customer is.</summary>
    /// <param name="course">The events.</param>
    /// <param name="customer">Where the customer is.</param>
    /// <param name="asOf">As of when; null where no event of anybody tells a time.</param>
    /// <param name="sealedEvidence">What is known of earlier events.</param>
    public StageExplanation Explain(CustomerCourse course, CustomerStage customer, DateTimeOffset? asOf, SealedEvidence? sealedEvidence)
    {
        EvidenceSearch search = new(course);
        StageReason[] reasons = customer.Current is { } current
            ? search.ReasonsFor((byte)current.Position, step => Rules.Current != CurrentStageRule.Latest || step.Stay == course.LatestStay)
            : [];
        return new StageExplanation
        {
            Customer = customer,
            Policy = Rules.Current,
            AsOf = asOf,
            HalfLife = Rules.HalfLife,
            Score = ScoreOf(reasons),
            Support =
            [
                .. Journey.Stages.Select(stage => new StageSupport
                {
                    Stage = stage,
                    Score = ScoreOf(search.ReasonsFor((byte)stage.Position, _ => true)),
                    Weight = customer.Stages[stage.Position].Weight,
                }),
            ],
            Reasons = customer.DormantSince is { } dormant ? [.. reasons, search.Dormancy(dormant)] : reasons,
            Sealed = sealedEvidence,
            Missing = new MissingSearch(course, customer).Find(),
        };
    }

    /// <summary>An event may be a piece of several reasons and counts once.</summary>
    private static double ScoreOf(IEnumerable<StageReason> reasons) =>
        reasons.SelectMany(reason => reason.Evidence).DistinctBy(piece => piece.Position).OrderBy(piece => piece.Position).Sum(piece => piece.Weight);
}
