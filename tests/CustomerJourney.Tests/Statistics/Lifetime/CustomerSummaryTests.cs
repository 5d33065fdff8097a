using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class CustomerSummaryTests
{
    private static readonly DateOnly First = new(2025, 1, 6), End = new(2025, 3, 3);

    [Fact]
    public void Purchases_of_one_day_are_one_transaction_and_the_first_is_not_counted()
    {
        CustomerPurchases customer = CustomerPurchases.From([new(First.AddDays(21), 5), new(First, 10), new(First, 20), new(First.AddDays(14), 7), new(First.AddDays(21), 6)], End, daysPerUnit: 7)!;
        Assert.Equal(CustomerSummary.Create(2, 3, 8), customer.Summary);
        Assert.Equal((48.0, 9.0), (customer.TotalValue, customer.RepeatMeanValue!.Value));
    }

    [Fact]
    public void A_single_purchase_has_no_repeat_value_and_none_has_no_summary()
    {
        CustomerPurchases customer = CustomerPurchases.From([new(First, 10)], End, daysPerUnit: 1)!;
        Assert.Equal(CustomerSummary.Create(0, 0, 56), customer.Summary);
        Assert.Null(customer.RepeatMeanValue);
        Assert.Null(CustomerPurchases.From([], End, daysPerUnit: 1));
    }

    [Fact]
    public void Bad_purchases_are_named()
    {
        Assert.Throws<ArgumentNullException>(() => CustomerPurchases.From(null!, End, 7));
        Assert.Contains("2025-03-04 lies after the end of the observation, 2025-03-03", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerPurchases.From([new(End.AddDays(1), 1)], End, 7)).Message);
        Assert.Contains("2025-01-06 is negative", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerPurchases.From([new(First, -1)], End, 7)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerPurchases.From([new(First, double.NaN)], End, 7));
        Assert.Equal("daysPerUnit", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerPurchases.From([new(First, 1)], End, 0)).ParamName);
    }

    [Theory]
    [InlineData(-1, 0, 1, "frequency")]
    [InlineData(0, 0, -1, "age")]
    [InlineData(0, 0, double.NaN, "age")]
    [InlineData(0, 0, double.PositiveInfinity, "age")]
    [InlineData(1, 5, 4, "recency")]
    [InlineData(1, double.NaN, 4, "recency")]
    [InlineData(0, 2, 4, "recency")]
    [InlineData(2, 0, 4, "recency")]
    public void Numbers_that_contradict_each_other_are_refused(int frequency, double recency, double age, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => CustomerSummary.Create(frequency, recency, age)).ParamName);

    [Fact]
    public void Messages_say_what_to_do()
    {
        Assert.Contains("merge the purchases of one day", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerSummary.Create(2, 0, 4)).Message);
        Assert.Contains("all in one unit of time", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerSummary.Create(2, 40, 4)).Message);
    }

    [Fact]
    public void Equal_customers_are_counted_together()
    {
        CustomerSummary once = CustomerSummary.Create(0, 0, 5), twice = CustomerSummary.Create(1, 2, 5);
        CustomerSummaries customers = CustomerSummaries.From([twice, once, twice]);
        Assert.Equal([new CustomerSummaryCount(once, 1), new CustomerSummaryCount(twice, 2)], customers.Groups);
        Assert.Equal((3L, 2L, 5.0), (customers.Customers, customers.Repeaters, customers.LongestAge));
        Assert.Equal(customers.Groups, CustomerSummaries.FromCounts([new(twice, 1), new(once, 1), new(twice, 1), new(CustomerSummary.Create(9, 1, 1), 0)]).Groups);
        Assert.Throws<ArgumentOutOfRangeException>(() => CustomerSummaries.FromCounts([new CustomerSummaryCount(once, -1)]));
        Assert.Throws<ArgumentNullException>(() => CustomerSummaries.From(null!));
        Assert.Throws<ArgumentNullException>(() => CustomerSummaries.FromCounts(null!));
    }
}
