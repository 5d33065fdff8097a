using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class BetaGeometricFitTests
{
    [SharedFact("data", "cdnow", "cdnow_cbs_btyd.csv")]
    public void The_published_fit_of_cdnow_is_found_from_every_start()
    {
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(Cdnow.Customers()))!;
        Near.Equal(0.2425945, fit.Model.R, 1e-5);
        Near.Equal(4.4136019, fit.Model.Alpha, 1e-5);
        Near.Equal(0.792922, fit.Model.A, 1e-5);
        Near.Equal(2.4259066, fit.Model.B, 1e-5);
        Near.Equal(-9582.42920667, fit.LogLikelihood, absolute: 1e-6);
        Assert.Equal(3, fit.Starts.Count);
        Assert.All(fit.Starts, start => Assert.True(start.Converged && Math.Abs(start.LogLikelihood - fit.LogLikelihood) < 1e-6 && start.Iterations < 40));
        Assert.Equal((true, 2357L), (fit.Converged, fit.Customers));
        Assert.All(fit.LogStandardErrors!, error => Assert.InRange(error, 0.01, 0.5));
        Assert.Empty(fit.Warnings);
    }

    [Fact]
    public void Parameters_are_recovered_from_customers_drawn_from_a_model()
    {
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(LifetimeData.Draw(20_000, 0.8, 12, 0.9, 3, seed: 20)))!;
        double[] truth = [0.8, 12, 0.9, 3], found = [fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B];
        Assert.True(fit.Converged);

        // Days merge purchases, which biases a little; four standard errors and 3 % leave room for it.
        for (int i = 0; i < 4; i++) Assert.InRange(Math.Log(found[i] / truth[i]), -4 * fit.LogStandardErrors![i] - 0.03, 4 * fit.LogStandardErrors[i] + 0.03);
    }

    [Fact]
    public void No_neighbor_of_the_fit_is_more_likely()
    {
        CustomerSummaries customers = CustomerSummaries.From(LifetimeData.Draw(800, 0.5, 6, 0.6, 2, seed: 3));
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(customers)!;
        (double r, double alpha, double a, double b) = (fit.Model.R, fit.Model.Alpha, fit.Model.A, fit.Model.B);
        Near.Equal(fit.LogLikelihood, fit.Model.LogLikelihood(customers), 1e-12);
        Near.Equal(fit.LogLikelihood, customers.Groups.Sum(group => group.Count * fit.Model.LogLikelihood(group.Summary)), 1e-12);
        foreach (double step in (double[])[0.9, 0.99, 0.999, 1.001, 1.01, 1.1])
        {
            Assert.True(BetaGeometricNegativeBinomial.Create(r * step, alpha, a, b).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(BetaGeometricNegativeBinomial.Create(r, alpha * step, a, b).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(BetaGeometricNegativeBinomial.Create(r, alpha, a * step, b).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(BetaGeometricNegativeBinomial.Create(r, alpha, a, b * step).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(BetaGeometricNegativeBinomial.Create(r * step, alpha * step, a * step, b * step).LogLikelihood(customers) < fit.LogLikelihood);
        }
    }

    [Fact]
    public void Order_and_grouping_change_no_bit_of_a_fit()
    {
        CustomerSummary[] customers = LifetimeData.Draw(600, 0.5, 6, 0.6, 2, seed: 4), shuffled = [.. customers];
        new Random(1).Shuffle(shuffled);
        CustomerSummaryCount[] counted = [.. shuffled.GroupBy(customer => customer).Select(group => new CustomerSummaryCount(group.Key, group.Count()))];
        LifetimeFit<BetaGeometricNegativeBinomial> one = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(customers))!;
        foreach (CustomerSummaries other in (CustomerSummaries[])[CustomerSummaries.From(shuffled), CustomerSummaries.FromCounts(counted), CustomerSummaries.FromCounts([.. counted, .. counted[..3].Select(group => group with { Count = 0 })])])
        {
            LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(other)!;
            Assert.Equal(one.Model, fit.Model);
            Assert.Equal(one.LogLikelihood, fit.LogLikelihood);
        }
    }

    [Fact]
    public void A_unit_of_time_scales_alpha_alone()
    {
        CustomerSummary[] weeks = LifetimeData.Draw(600, 0.5, 6, 0.6, 2, seed: 5);
        LifetimeFit<BetaGeometricNegativeBinomial> inWeeks = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(weeks))!;
        LifetimeFit<BetaGeometricNegativeBinomial> inHours =
            BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(weeks.Select(customer => CustomerSummary.Create(customer.Frequency, customer.Recency * 168, customer.Age * 168))))!;
        Near.Equal(inWeeks.Model.R, inHours.Model.R, 1e-8);
        Near.Equal(inWeeks.Model.Alpha * 168, inHours.Model.Alpha, 1e-8);
        Near.Equal(inWeeks.Model.A, inHours.Model.A, 1e-8);
        Near.Equal(inWeeks.Model.B, inHours.Model.B, 1e-8);
        Near.Equal(inWeeks.LogLikelihood - weeks.Sum(customer => customer.Frequency) * Math.Log(168), inHours.LogLikelihood, 1e-11);
        Near.Equal(inHours.Model.LogLikelihood(CustomerSummaries.From([CustomerSummary.Create(3, 168, 336)])), inHours.Model.LogLikelihood(CustomerSummary.Create(3, 168, 336)), 1e-12);
    }

    [Fact]
    public void Nobody_who_came_back_means_no_fit()
    {
        Assert.Null(BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(Enumerable.Repeat(CustomerSummary.Create(0, 0, 10), 1000))));
        Assert.Null(BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(Array.Empty<CustomerSummary>())));
        Assert.Throws<ArgumentNullException>(() => BetaGeometricNegativeBinomial.Fit(null!));
    }

    [Fact]
    public void Few_customers_few_repeaters_and_useless_parameters_are_warned_of()
    {
        CustomerSummary[] once = [.. Enumerable.Repeat(CustomerSummary.Create(0, 0, 10), 99)];
        LifetimeFit<BetaGeometricNegativeBinomial> fit = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From([.. once, CustomerSummary.Create(1, 4, 10)]))!;
        Assert.Contains(fit.Warnings, warning => warning.StartsWith("There are 100 customers", StringComparison.Ordinal));
        Assert.Contains(fit.Warnings, warning => warning.StartsWith("Only 1.0", StringComparison.Ordinal));

        // Clockwork customers who never leave: nothing spreads.
        LifetimeFit<BetaGeometricNegativeBinomial> clockwork = BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(Enumerable.Repeat(CustomerSummary.Create(10, 10, 10), 600)))!;
        Assert.Null(clockwork.LogStandardErrors);
        Assert.NotEmpty(clockwork.Warnings);
        Assert.True(double.IsFinite(clockwork.LogLikelihood));
    }

    [Fact]
    public void A_solver_that_is_stopped_says_so()
    {
        LifetimeFit<BetaGeometricNegativeBinomial> fit =
            BetaGeometricNegativeBinomial.Fit(CustomerSummaries.From(LifetimeData.Draw(600, 0.5, 6, 0.6, 2, seed: 6)), new LifetimeFitOptions { MaximumIterations = 1 })!;
        Assert.False(fit.Converged);
        Assert.Null(fit.LogStandardErrors);
        Assert.Contains(fit.Warnings, warning => warning.StartsWith("The solver stopped after 1 steps", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeFitOptions { MaximumIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifetimeFitOptions { Tolerance = double.NaN });
    }
}
