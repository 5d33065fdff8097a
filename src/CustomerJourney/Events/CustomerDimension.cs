namespace CustomerJourney.Events;

/// <summary>What whole customers are grouped by: persona, plan, variant, the first channel, the stage at a date.</summary>
public abstract record CustomerDimension : Dimension
{
    private protected CustomerDimension()
    {
    }

    /// <summary>The groups with the most customers; all others become one group, Other. Equal counts are ordered by name. In a comparison each side chooses its own.</summary>
    /// <param name="groups">How many groups to keep; at least 1.</param>
    public CustomerDimension Top(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        return new TopDimension(this, groups);
    }

    internal abstract CustomerGroupBinding BindCustomers(LogSchema schema);

    internal sealed override GroupBinding Bind(LogSchema schema) => BindCustomers(schema);
}
