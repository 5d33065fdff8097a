namespace CustomerJourney.Events;

/// <summary>A dimension of whole customers bound to a log: every event of a customer is in the customer's group.</summary>
internal abstract class CustomerGroupBinding(IEnumerable<GroupKey> named, string nameOfNone) : GroupBinding(named, nameOfNone)
{
    public abstract int GroupOf(in CustomerTrace trace);

    public sealed override int GroupAt(in CustomerTrace trace, int position) => GroupOf(trace);

    public sealed override int GroupOf(in CustomerTrace trace, in TraceEvent e) => GroupOf(trace);
}
