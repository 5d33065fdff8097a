using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Explains where a tracked customer is, by the events that are not sealed.</summary>
internal static class TrackedExplanation
{
    public static StageExplanation Of(StageExplainer explainer, TrackedCustomer customer, DateTimeOffset? asOf)
    {
        JourneyEvent[] events = [.. customer.Events.Select(tracked => tracked.Source)];
        long latest = customer.Events.Count > 0 ? customer.Events[^1].Started : customer.Horizon;
        long instant = asOf is { } asked ? Math.Max(asked.UtcTicks, latest) : JustAfter(customer, latest);
        ReadOnlySpan<long> numbers = customer.Sealed.Numbers;
        CustomerCourse course = new(explainer, events, instant, instant, numbers[customer.Definition.MachineStart..], numbers[..customer.Definition.VisitsSize]);
        CustomerStage stage = customer.ToCustomerStage(instant);
        return explainer.Explain(course, stage, new DateTimeOffset(instant, TimeSpan.Zero), SealedIn(explainer, customer, stage, instant));
    }

    /// <summary>Where a log of the customer ends.</summary>
    private static long JustAfter(TrackedCustomer customer, long latest)
    {
        foreach (TrackedEvent tracked in customer.Events) latest = Math.Max(latest, tracked.Source.At.UtcTicks);
        return Math.Min(latest + 1, DateTime.MaxValue.Ticks);
    }

    /// <summary>What is sealed; null if that is nothing, or nothing that ever changed anything.</summary>
    private static SealedEvidence? SealedIn(StageExplainer explainer, TrackedCustomer customer, CustomerStage stage, long asOf)
    {
        CustomerMemory before = customer.Sealed;
        if (before.Numbers.AsSpan().SequenceEqual(new CustomerMemory(customer.Definition).Numbers)) return null;
        long until = customer.Events.Count > 0 ? Math.Min(customer.Horizon, customer.Events[0].Started) : customer.Horizon;
        StageRecord? record = stage.Current is { } current ? before.ToCustomerStage(customer.Customer).Stages[current.Position] : null;
        double weight = VisitMemory.LatestEvidenceOf(before.Numbers) is { } latest && record is not null ? record.Weight * explainer.WeightAfter(asOf - latest) : 0;
        return new SealedEvidence { Before = new DateTimeOffset(until, TimeSpan.Zero), Events = record?.Events ?? 0, Weight = weight };
    }
}
