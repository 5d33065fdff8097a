using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

internal sealed record UserOutcome(string Called, OutcomeReader Reader) : CustomerOutcome
{
    public override string Name => Called;

    public override string Meaning => "a number of the caller's own";

    internal override void Read(in CustomerTrace trace, int most, List<OutcomeReading> into)
    {
        if (most < 1 || Reader(trace) is not { } outcome) return;
        if (outcome.Position < 0 || outcome.Position > trace.Length)
            throw new InvalidOperationException($"The outcome '{Name}' of a customer with {trace.Length} events was said to be known at position {outcome.Position}: give one from 0 to {trace.Length}.");
        into.Add(new OutcomeReading(double.IsFinite(outcome.Value) ? outcome.Value : null, outcome.Value, outcome.Position));
    }

    // The delegate has no words of its own; the name stands for it.
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Name = ").Append(Name);
        return true;
    }
}
