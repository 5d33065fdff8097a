using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Makes events that have what a pattern asks for and nothing else.</summary>
internal static class SampleEvent
{
    /// <summary>An event; null if there can be none: attributes contradict each other, or an amount is beyond what events carry.</summary>
    /// <param name="machine">Knows which names mean something; an event of any name gets another one.</param>
    /// <param name="missing">What is asked for.</param>
    /// <param name="at">When.</param>
    public static JourneyEvent? Of(StageMachine machine, MissingEvent missing, DateTimeOffset at)
    {
        EventPattern pattern = missing.Pattern;
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        foreach (EventCondition condition in pattern.Conditions)
        {
            if (!attributes.TryAdd(condition.Attribute, condition.Value) && attributes[condition.Attribute] != condition.Value) return null;
        }

        JourneyEvent sample = new()
        {
            Customer = "sample",
            Event = pattern.Event ?? UnknownName(machine),
            At = at,
            Channel = pattern.Channel,
            Value = missing.Amount ?? AmountOf(pattern),
            Currency = missing.Amount is null ? pattern.Currency : missing.Currency,
            Feedback = pattern.Feedback is { } kind ? new Feedback(kind, pattern.MinimumScore ?? pattern.MaximumScore ?? 0) : null,
            Attributes = attributes,
        };
        return EventCheck.Fault(sample) is null ? sample : null;
    }

    /// <summary>The least amount that an event can carry and match; null if none is asked for.</summary>
    private static decimal? AmountOf(EventPattern pattern)
    {
        if (EventDemand.Of(pattern).MinimumUnits is not { } least) return null;
        // An amount of zero is enough where any is, and looks least odd.
        return MoneyUnits.ToDecimal(Math.Max(least, 0));
    }

    private static string UnknownName(StageMachine machine)
    {
        string name = "any event";
        while (machine.CodeOf(name) != machine.UnknownCode) name += "'";
        return name;
    }
}
