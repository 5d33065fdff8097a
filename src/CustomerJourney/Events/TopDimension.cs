using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>The largest groups of a dimension. Groups are folded into Other only when the answer is given, so that parts of a log merge exactly.</summary>
internal sealed record TopDimension(CustomerDimension Of, int Groups) : CustomerDimension
{
    internal override string Title => Of.Title;

    internal override string Description => string.Create(CultureInfo.InvariantCulture, $"top {Groups} of {Of.Description}");

    internal override IEnumerable<GroupKey> Completed(IReadOnlyList<GroupKey> named) => Of.Completed(named);

    internal override bool CanHold(GroupKey key) => Of.CanHold(key);

    internal override CustomerGroupBinding BindCustomers(LogSchema schema) => Of.BindCustomers(schema);
}
