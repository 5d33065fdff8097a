using CustomerJourney.Statistics.Lifetime;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class BetaGeometricNegativeBinomialTests
{
    private static readonly BetaGeometricNegativeBinomial Published = BetaGeometricNegativeBinomial.Create(0.243, 4.414, 0.793, 2.426);

    // Fader, Hardie & Lee 2005 and the spreadsheet of note 004; BTYD's manual for the probability.
    [Fact]
    public void Published_figures_of_cdnow_are_reproduced()
    {
        CustomerSummary customer = CustomerSummary.Create(2, 30.43, 38.86);
        Near.Equal(1.226, Published.ExpectedTransactions(customer, 39), absolute: 5e-4);
        Near.Equal(0.0019995214, Published.Probability(11, 30), absolute: 5e-11);
        Near.Equal(0.7265785700806730, Published.ProbabilityAlive(customer), 1e-13);
        Near.Equal(-9.45860630706627, Published.LogLikelihood(customer), 1e-13);
    }

    // shared/oracles/metrics/clv.json, bgnbd.edge: mpmath with 60 digits. NaN, an overflow or a pole in other software.
    [Theory]
    [InlineData(0.11, 2.24, 0.31, 0.5, 0, 0, 1, 30, 0.5645886155327847)]
    [InlineData(0.545874, 13.4093, 0.000999494, 0.0389902, 0, 0, 10, 30, 0.6909107747349126)]
    [InlineData(0.243, 4.414, 1, 2.426, 2, 30.43, 38.86, 39, 1.1021367860399558)]
    [InlineData(1.5, 8, 0.793, 2.426, 300, 150, 155, 52, 2.637075122770362)]
    [InlineData(1.5, 8, 0.793, 2.426, 1200, 700, 720, 52, 3.6827356362949353e-10)]
    [InlineData(0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, 5000, 19.44162983462358)]
    [InlineData(2, 30, 5, 0.4, 4, 10, 200, 100, 2.5770766743726902e-05)]
    [InlineData(0.4, 6, 0.6, 0.4, 0, 0, 26, 52, 0.422084988613816)]
    public void Expected_purchases_hold_where_the_hypergeometric_form_breaks(double r, double alpha, double a, double b, int x, double recency, double age, double horizon, double expected) =>
        Near.Equal(expected, BetaGeometricNegativeBinomial.Create(r, alpha, a, b).ExpectedTransactions(CustomerSummary.Create(x, recency, age), horizon), 1e-11);

    [Fact]
    public void The_sum_and_the_integral_are_the_same_number() =>
        Prop.ForAll(LifetimeData.BetaGeometricCases, c =>
        {
            (double r, double ratio) = (c.Model.R, c.Time / c.Model.Alpha);
            if ((r + 40) * (1 + ratio) > 200_000) return true;
            double sum = ExpectedPurchases.Sum(r, ratio / (1 + ratio), Math.Pow(1 + ratio, -r), c.Model.A, c.Model.B), integral = ExpectedPurchases.Integral(r, ratio, c.Model.A, c.Model.B);
            return double.IsFinite(sum) && (Math.Pow(1 + ratio, -r) < 1e-250 || Math.Abs(sum - integral) <= 1e-10 * sum);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Expected_purchases_rise_with_time_and_stay_below_those_of_who_never_leaves() =>
        Prop.ForAll(LifetimeData.BetaGeometricCases, c =>
        {
            double now = c.Model.ExpectedTransactions(c.Customer, c.Time), later = c.Model.ExpectedTransactions(c.Customer, c.Time * 1.1), alive = c.Model.ProbabilityAlive(c.Customer);
            double most = alive * (c.Model.R + c.Customer.Frequency) / (c.Model.Alpha + c.Customer.Age) * c.Time;
            return alive is >= 0 and <= 1 && now >= 0 && now <= later * (1 + 1e-12) && now <= most * (1 + 1e-11) && double.IsFinite(c.Model.LogLikelihood(c.Customer));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Silence_makes_it_less_likely_that_a_customer_is_active() =>
        Prop.ForAll(LifetimeData.BetaGeometricCases, c =>
        {
            CustomerSummary longer = CustomerSummary.Create(c.Customer.Frequency, c.Customer.Recency, c.Customer.Age * 1.5);
            return c.Model.ProbabilityAlive(longer) <= c.Model.ProbabilityAlive(c.Customer);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_unit_of_time_changes_no_prediction() =>
        Prop.ForAll(LifetimeData.BetaGeometricCases, c =>
        {
            BetaGeometricNegativeBinomial days = BetaGeometricNegativeBinomial.Create(c.Model.R, c.Model.Alpha * 7, c.Model.A, c.Model.B);
            CustomerSummary inDays = CustomerSummary.Create(c.Customer.Frequency, c.Customer.Recency * 7, c.Customer.Age * 7);
            return IsNear(c.Model.ProbabilityAlive(c.Customer), days.ProbabilityAlive(inDays)) && IsNear(c.Model.ExpectedTransactions(c.Customer, c.Time), days.ExpectedTransactions(inDays, c.Time * 7))
                && Math.Abs(c.Model.LogLikelihood(c.Customer) - days.LogLikelihood(inDays) - c.Customer.Frequency * Math.Log(7)) <= 1e-9 * (1 + Math.Abs(days.LogLikelihood(inDays)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.243, 4.414, 0.793, 2.426, 39)]
    [InlineData(3, 20, 1.5, 6, 50)]
    [InlineData(0.6, 2.5, 0.5, 4, 10)]
    public void Probabilities_of_all_numbers_of_purchases_sum_to_one_and_to_the_expected_number(double r, double alpha, double a, double b, double time)
    {
        BetaGeometricNegativeBinomial model = BetaGeometricNegativeBinomial.Create(r, alpha, a, b);
        double[] probabilities = [.. Enumerable.Range(0, 3000).Select(count => model.Probability(count, time))];
        Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
        Near.Equal(1, probabilities.Sum(), 1e-12);
        Near.Equal(model.ExpectedTransactions(time), probabilities.Select((probability, count) => probability * count).Sum(), 1e-11);
    }

    [Fact]
    public void A_new_customer_is_one_who_has_been_seen_once()
    {
        Near.Equal(Published.ExpectedTransactions(39), Published.ExpectedTransactions(default, 39), 1e-15);
        Assert.Equal(1, Published.ProbabilityAlive(CustomerSummary.Create(0, 0, 1e4)));
        Assert.Equal(0, Published.ExpectedTransactions(0));
        Assert.Equal((1.0, 0.0), (Published.Probability(0, 0), Published.Probability(3, 0)));
    }

    [Fact]
    public void Extreme_customers_have_finite_figures()
    {
        CustomerSummary active = CustomerSummary.Create(500, 9_990, 1e4), gone = CustomerSummary.Create(500, 100, 1e4), heavy = CustomerSummary.Create(100_000, 9_999, 1e4);
        Assert.InRange(Published.ProbabilityAlive(active), 0.99, 1);
        Assert.Equal(0, Published.ProbabilityAlive(gone));
        Assert.Equal(0, Published.ExpectedTransactions(gone, 1e6));
        Assert.InRange(Published.ExpectedTransactions(active, 52), 2, 2.61);
        Assert.InRange(Published.ExpectedTransactions(heavy, 1e6), 1e4, 1e7);
        Assert.All((CustomerSummary[])[active, gone, heavy], customer => Assert.True(double.IsFinite(Published.LogLikelihood(customer))));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => BetaGeometricNegativeBinomial.Create(1, 0, 1, 1)).ParamName);
        Assert.Contains("parameter b of the model", Assert.Throws<ArgumentOutOfRangeException>(() => BetaGeometricNegativeBinomial.Create(1, 1, 1, double.NaN)).Message);
        Assert.Equal("horizon", Assert.Throws<ArgumentOutOfRangeException>(() => Published.ExpectedTransactions(default, double.PositiveInfinity)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => Published.ExpectedTransactions(-1)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => Published.Probability(-1, 1)).ParamName);
        Assert.Throws<ArgumentNullException>(() => Published.LogLikelihood(null!));
    }

    private static bool IsNear(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(Math.Abs(left), 1e-290);
}
