using System.Globalization;

namespace CustomerJourney.Statistics.Lifetime;

/// <summary>What the models of repeat buying need of their customers before a fit.</summary>
internal static class RepeatBuying
{
    private const long FewCustomers = 500;
    private const double FewRepeaters = 0.05;

    /// <summary>The repeat transactions of all customers.</summary>
    public static double Transactions(CustomerSummaries customers)
    {
        double sum = 0;
        foreach (CustomerSummaryCount group in customers.Span) sum += (double)group.Summary.Frequency * group.Count;
        return sum;
    }

    public static List<string> Warnings(CustomerSummaries customers)
    {
        List<string> warnings = [];
        if (customers.Customers < FewCustomers)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"There are {customers.Customers} customers: with fewer than {FewCustomers} the parameters are uncertain."));
        double share = (double)customers.Repeaters / customers.Customers;
        if (share < FewRepeaters)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Only {share:P1} of the customers came back: the model rests on few purchases."));
        return warnings;
    }
}
