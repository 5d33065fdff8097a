using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Lifetime;

public class ParetoNegativeBinomialTests
{
    [SharedFact("data", "cdnow", "cdnow_cbs_btyd.csv")]
    public void The_published_fit_of_cdnow_is_found()
    {
        LifetimeFit<ParetoNegativeBinomial> fit = ParetoNegativeBinomial.Fit(CustomerSummaries.From(Cdnow.Customers()))!;
        Near.Equal(0.5533971433, fit.Model.R, 1e-3);
        Near.Equal(10.5801985436, fit.Model.Alpha, 1e-3);
        Near.Equal(0.6060624971, fit.Model.S, 1e-3);
        Near.Equal(11.6562236702, fit.Model.Beta, 2e-3);
        // R's optimizer stopped 2e-5 below the summit.
        Assert.InRange(fit.LogLikelihood, -9594.97619847, -9594.97619847 + 1e-4);
        Assert.All(fit.Starts, start => Assert.True(start.Converged));
        Assert.Empty(fit.Warnings);
    }

    // The figures of CDNOW in the walkthrough of the R package BTYD: a new customer in 52 weeks, then one of x = 26; the next test proves the formulas.
    [Fact]
    public void Published_figures_of_cdnow_are_reproduced()
    {
        ParetoNegativeBinomial model = ParetoNegativeBinomial.Create(0.5533971433, 10.5801985436, 0.6060624971, 11.6562236702);
        CustomerSummary customer = CustomerSummary.Create(26, 30.86, 31);
        Near.Equal(1.473, model.ExpectedTransactions(52), absolute: 5e-4);
        Near.Equal(25.46, model.ExpectedTransactions(customer, 52), absolute: 0.01);
        Near.Equal(0.9979, model.ProbabilityAlive(customer), absolute: 1e-4);
    }

    // A third way to the same number: the likelihood of given rates, averaged over a fine grid of both.
    [Fact]
    public void The_likelihood_is_the_mean_over_all_rates()
    {
        ParetoNegativeBinomial model = ParetoNegativeBinomial.Create(1.5, 3, 2.5, 6);
        foreach (CustomerSummary customer in (CustomerSummary[])[CustomerSummary.Create(0, 0, 5), CustomerSummary.Create(3, 2, 5), CustomerSummary.Create(4, 5, 5)])
        {
            double sum = 0, alive = 0, step = 0.02;
            for (double u = -14; u < 4; u += step)
            {
                for (double v = -12; v < 3; v += step)
                {
                    double rate = Math.Exp(u), leave = Math.Exp(v);
                    double weight = Math.Exp(1.5 * u - 3 * rate + 2.5 * v - 6 * leave) * step * step * Math.Pow(rate, customer.Frequency);
                    double stayed = Math.Exp(-(rate + leave) * customer.Age), left = leave / (rate + leave) * (Math.Exp(-(rate + leave) * customer.Recency) - stayed);
                    sum += weight * (stayed + left);
                    alive += weight * stayed;
                }
            }

            double norm = Math.Log(Math.Sqrt(Math.PI) / 2) + Math.Log(0.75 * Math.Sqrt(Math.PI)) - 1.5 * Math.Log(3) - 2.5 * Math.Log(6);
            Near.Equal(Math.Log(sum) - norm, model.LogLikelihood(customer), 1e-7);
            Near.Equal(alive / sum, model.ProbabilityAlive(customer), 1e-7);
        }
    }

    [Fact]
    public void Figures_are_finite_bounded_and_rise_with_time() =>
        Prop.ForAll(LifetimeData.ParetoCases, c =>
        {
            double alive = c.Model.ProbabilityAlive(c.Customer), now = c.Model.ExpectedTransactions(c.Customer, c.Time), later = c.Model.ExpectedTransactions(c.Customer, c.Time * 1.1);
            CustomerSummary longer = CustomerSummary.Create(c.Customer.Frequency, c.Customer.Recency, c.Customer.Age * 1.5);
            return alive is >= 0 and <= 1 && now >= 0 && now <= later * (1 + 1e-12) && double.IsFinite(c.Model.LogLikelihood(c.Customer))
                && c.Model.ProbabilityAlive(longer) <= alive + 1e-12;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_unit_of_time_changes_no_prediction() =>
        Prop.ForAll(LifetimeData.ParetoCases, c =>
        {
            ParetoNegativeBinomial days = ParetoNegativeBinomial.Create(c.Model.R, c.Model.Alpha * 7, c.Model.S, c.Model.Beta * 7);
            CustomerSummary inDays = CustomerSummary.Create(c.Customer.Frequency, c.Customer.Recency * 7, c.Customer.Age * 7);
            return Math.Abs(c.Model.ProbabilityAlive(c.Customer) - days.ProbabilityAlive(inDays)) <= 1e-9
                && Math.Abs(c.Model.LogLikelihood(c.Customer) - days.LogLikelihood(inDays) - c.Customer.Frequency * Math.Log(7)) <= 1e-9 * (1 + Math.Abs(days.LogLikelihood(inDays)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rate_of_leaving_of_shape_one_is_no_special_case()
    {
        CustomerSummary customer = CustomerSummary.Create(3, 10, 20);
        double at = ParetoNegativeBinomial.Create(0.5, 8, 1, 12).ExpectedTransactions(customer, 30), near = ParetoNegativeBinomial.Create(0.5, 8, 1 + 1e-9, 12).ExpectedTransactions(customer, 30);
        Near.Equal(near, at, 1e-7);
    }

    [Fact]
    public void No_neighbor_of_the_fit_is_more_likely()
    {
        CustomerSummaries customers = CustomerSummaries.From(LifetimeData.Draw(500, 0.5, 6, 0.6, 2, seed: 7));
        LifetimeFit<ParetoNegativeBinomial> fit = ParetoNegativeBinomial.Fit(customers)!;
        (double r, double alpha, double s, double beta) = (fit.Model.R, fit.Model.Alpha, fit.Model.S, fit.Model.Beta);
        Assert.True(fit.Converged);
        Near.Equal(fit.LogLikelihood, customers.Groups.Sum(group => group.Count * fit.Model.LogLikelihood(group.Summary)), 1e-12);
        foreach (double step in (double[])[0.95, 0.995, 1.005, 1.05])
        {
            Assert.True(ParetoNegativeBinomial.Create(r * step, alpha, s, beta).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(ParetoNegativeBinomial.Create(r, alpha * step, s, beta).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(ParetoNegativeBinomial.Create(r, alpha, s * step, beta).LogLikelihood(customers) < fit.LogLikelihood);
            Assert.True(ParetoNegativeBinomial.Create(r, alpha, s, beta * step).LogLikelihood(customers) < fit.LogLikelihood);
        }
    }

    [Fact]
    public void Extremes_and_nothing_to_fit()
    {
        ParetoNegativeBinomial model = ParetoNegativeBinomial.Create(0.55, 10.58, 0.61, 11.66);
        Assert.InRange(model.ProbabilityAlive(CustomerSummary.Create(500, 9_990, 1e4)), 0.99, 1);
        Assert.InRange(model.ProbabilityAlive(CustomerSummary.Create(500, 100, 1e4)), 0, 1e-200);
        Assert.Equal(1, model.ProbabilityAlive(default));
        Assert.Null(ParetoNegativeBinomial.Fit(CustomerSummaries.From([CustomerSummary.Create(0, 0, 10)])));
        Assert.Throws<ArgumentNullException>(() => ParetoNegativeBinomial.Fit(null!));
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => ParetoNegativeBinomial.Create(1, 1, 1, -1)).ParamName);
    }
}
