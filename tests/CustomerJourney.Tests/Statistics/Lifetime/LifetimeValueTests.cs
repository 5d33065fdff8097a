using CustomerJourney.Statistics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class LifetimeValueTests
{
    private static readonly Arbitrary<(double Retention, double Rate, int Periods)> Contracts =
        (from retention in Gen.Choose(0, 100) from rate in Gen.Choose(0, 50) from periods in Gen.Choose(0, 60) select (retention / 100.0, rate / 100.0, periods)).ToArbitrary();

    // clv.contractual#001 and #004: Gupta & Lehmann 2003.
    [Fact]
    public void Contracts_agree_with_the_closed_form()
    {
        Near.Equal(366.66666666666663, ContractualLifetimeValue.Of(100, 0.8, 0.1, FirstPayment.Now), 1e-14);
        Near.Equal(266.66666666666663, ContractualLifetimeValue.Of(100, 0.8, 0.1, FirstPayment.NextPeriod), 1e-14);
        Near.Equal(212.4097335626603, ContractualLifetimeValue.Of(100, 0.8, 0.1, FirstPayment.NextPeriod, 5), 1e-14);
    }

    [Fact]
    public void A_contract_is_the_sum_of_its_payments() =>
        Prop.ForAll(Contracts, c =>
        {
            double sum = 0, factor = c.Retention / (1 + c.Rate);
            for (int t = 0; t < c.Periods; t++) sum += 7 * Math.Pow(factor, t);
            double now = ContractualLifetimeValue.Of(7, c.Retention, c.Rate, FirstPayment.Now, c.Periods)!.Value;
            double later = ContractualLifetimeValue.Of(7, c.Retention, c.Rate, FirstPayment.NextPeriod, c.Periods)!.Value;
            double? endless = ContractualLifetimeValue.Of(7, c.Retention, c.Rate, FirstPayment.Now);
            return Math.Abs(now - sum) <= 1e-12 * sum && Math.Abs(later - factor * sum) <= 1e-12 * sum && (endless is null ? factor == 1 : endless >= now * (1 - 1e-14));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_contract_that_never_ends_nor_loses_value_has_no_value()
    {
        Assert.Null(ContractualLifetimeValue.Of(10, 1, 0, FirstPayment.Now));
        Assert.Equal(120, ContractualLifetimeValue.Of(10, 1, 0, FirstPayment.Now, 12));
        Assert.Equal(0, ContractualLifetimeValue.Of(10, 0.5, 0.1, FirstPayment.Now, 0));
        Near.Equal(1e13, ContractualLifetimeValue.Of(1, 1, 1e-13, FirstPayment.NextPeriod), 1e-9);
    }

    [Fact]
    public void Bad_contracts_are_named()
    {
        Assert.Equal("retention", Assert.Throws<ArgumentOutOfRangeException>(() => ContractualLifetimeValue.Of(10, 80, 0.1, FirstPayment.Now)).ParamName);
        Assert.Equal("discountRate", Assert.Throws<ArgumentOutOfRangeException>(() => ContractualLifetimeValue.Of(10, 0.8, -0.1, FirstPayment.Now)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => ContractualLifetimeValue.Of(10, 0.8, 0.1, FirstPayment.Now, -1)).ParamName);
        Assert.Equal("firstPayment", Assert.Throws<ArgumentOutOfRangeException>(() => ContractualLifetimeValue.Of(10, 0.8, 0.1, (FirstPayment)7)).ParamName);
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => ContractualLifetimeValue.Of(double.NaN, 0.8, 0.1, FirstPayment.Now)).ParamName);
    }

    // clv.bgnbd_dcf#001: lifetimes 0.11.3 agrees.
    [Fact]
    public void Expected_purchases_are_discounted_at_the_end_of_each_period()
    {
        BetaGeometricNegativeBinomial model = BetaGeometricNegativeBinomial.Create(0.243, 4.414, 0.793, 2.426);
        CustomerSummary customer = CustomerSummary.Create(2, 30.43, 38.86);
        Near.Equal(36.269033020842976, DiscountedLifetimeValue.Of(time => model.ExpectedTransactions(customer, time), 12, 4.345, 0.01, 24.65), 1e-11);
        Near.Equal(0.3 * 36.269033020842976, DiscountedLifetimeValue.Of(time => model.ExpectedTransactions(customer, time), 12, 4.345, 0.01, 24.65, marginShare: 0.3), 1e-11);
        Near.Equal(24.65 * model.ExpectedTransactions(customer, 12 * 4.345), DiscountedLifetimeValue.Of(time => model.ExpectedTransactions(customer, time), 12, 4.345, 0, 24.65), 1e-12);
        Assert.Equal(0, DiscountedLifetimeValue.Of(time => time, 0, 1, 0.1, 5));
    }

    [Fact]
    public void Bad_discounting_is_named()
    {
        Assert.Throws<ArgumentNullException>(() => DiscountedLifetimeValue.Of(null!, 1, 1, 0, 1));
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountedLifetimeValue.Of(time => time, -1, 1, 0, 1)).ParamName);
        Assert.Equal("periodLength", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountedLifetimeValue.Of(time => time, 1, 0, 0, 1)).ParamName);
        Assert.Equal("discountRate", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountedLifetimeValue.Of(time => time, 1, 1, -1, 1)).ParamName);
        Assert.Equal("marginShare", Assert.Throws<ArgumentOutOfRangeException>(() => DiscountedLifetimeValue.Of(time => time, 1, 1, 0, 1, 30)).ParamName);
    }
}
