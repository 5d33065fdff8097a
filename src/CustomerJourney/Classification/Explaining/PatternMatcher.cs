using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Whether events match a pattern, by what the machine asks of them.</summary>
internal sealed class PatternMatcher(EventPattern pattern)
{
    private readonly EventDemand _demand = EventDemand.Of(pattern);

    public bool Matches(JourneyEvent one) => (pattern.Event is null || string.Equals(pattern.Event, one.Event, StringComparison.Ordinal)) && _demand.IsMetBy(one);
}
