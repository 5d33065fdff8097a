using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class NpsIntervalTests
{
    [Theory]
    // R 4.2.2, PropCIs 0.3.0 and t.test, 5 detractors, 12 passives, 19 promoters (shared/oracles/metrics/nps.json: nps.ci.wald#002, agresti_min#002, score_tango#002, t_trinomial#002, adjusted_wald#002)
    [InlineData(NpsInterval.Wald, 15.4367438657468, 62.341033912031, 1e-9, "Wald")]
    [InlineData(NpsInterval.AgrestiMin, 13.8669545466711, 59.8172559796447, 1e-9, "Agresti-Min")]
    [InlineData(NpsInterval.Score, 12.9361826367454, 59.3666616533183, 2e-5, "score")]
    [InlineData(NpsInterval.StudentT, 14.2528525754724, 63.5249252023054, 1e-9, "Student t")]
    [InlineData(NpsInterval.AdjustedWald, 13.157531174705, 58.6373406201667, 1e-9, "adjusted Wald")]
    [InlineData(NpsInterval.Automatic, 13.157531174705, 58.6373406201667, 1e-9, "adjusted Wald")]
    // Exact convolution (nps.ci.bootstrap_percentile_exact#001).
    [InlineData(NpsInterval.PercentileBootstrap, 13.8888888888889, 61.1111111111111, 1e-9, "percentile bootstrap")]
    public void An_interval_is_chosen_by_name(NpsInterval interval, double lower, double upper, double tolerance, string method)
    {
        NpsResult result = Answers.Nps(19, 12, 5).Measure(new Nps { Interval = interval });
        Assert.Equal(100.0 * 14 / 36, result.Estimate!.Value, 1e-12);
        Assert.Equal(lower, result.Estimate.Lower, tolerance);
        Assert.Equal(upper, result.Estimate.Upper, tolerance);
        Assert.Equal(method, result.Estimate.Method);
        Assert.Equal((36L, 0.95), (result.Estimate.N, result.Estimate.Level));
    }

    [Fact]
    public void Bonett_Price_is_Wald_of_one_answer_more_at_either_end() => Assert.Equal(
        NetShareInterval.BonettPrice(19, 12, 5)!.Upper * 100, Answers.Nps(19, 12, 5).Measure(new Nps { Interval = NpsInterval.BonettPrice }).Estimate!.Upper, 1e-12);

    [Fact]
    public void Goodman_reaches_as_far_as_the_root_of_chi_square_with_two_degrees_of_freedom()
    {
        Estimate goodman = Answers.Nps(19, 12, 5).Measure(new Nps { Interval = NpsInterval.Goodman }).Estimate!, wald = Answers.Nps(19, 12, 5).Measure(new Nps { Interval = NpsInterval.Wald }).Estimate!;
        // qchisq(0.95, 2) = 5.99146454710798, qnorm(0.975) = 1.95996398454005
        Assert.Equal(Math.Sqrt(5.99146454710798) / 1.95996398454005, (goodman.Upper - goodman.Value) / (wald.Upper - wald.Value), 1e-9);
    }

    [Fact]
    public void The_Dirichlet_posterior_has_the_moments_of_the_oracle()
    {
        // shared/oracles/metrics/extra.json, nps.bayes_dirichlet#007: one answer of each kind, uniform prior.
        Estimate estimate = Answers.Nps(1, 1, 1).Measure(new Nps { Interval = NpsInterval.DirichletPosterior }).Estimate!;
        Assert.Equal(1.95996398454005 * 30.860669992418384, estimate.Upper, 1e-8);
        Assert.Equal(-estimate.Upper, estimate.Lower, 1e-9);
    }

    [Theory]
    [InlineData(10, 5, 4, "score, as answers are few")]
    [InlineData(10, 5, 5, "adjusted Wald")]
    [InlineData(400, 4, 0, "score, as shares are extreme")]
    [InlineData(0, 400, 4, "score, as shares are extreme")]
    [InlineData(400, 5, 0, "adjusted Wald")]
    public void The_score_interval_takes_over_for_few_answers_and_extreme_shares(int promoters, int passives, int detractors, string method)
    {
        NpsResult result = Answers.Nps(promoters, passives, detractors).Measure(new Nps());
        Assert.Equal(method, result.Estimate!.Method);
        Estimate expected = method[0] == 's' ? NetShareInterval.Score(promoters, passives, detractors)! : NetShareInterval.AdjustedWald(promoters, passives, detractors)!;
        Assert.Equal((100 * expected.Lower, 100 * expected.Upper), (result.Estimate.Lower, result.Estimate.Upper));
        Assert.InRange(result.Score!.Value, result.Estimate.Lower, result.Estimate.Upper);
    }

    [Fact]
    public void Intervals_for_independent_answers_are_refused_where_answers_are_not()
    {
        foreach (Nps nps in new[] { new Nps { Counting = AnswerCounting.All, Interval = NpsInterval.Wald }, new Nps { Weight = "w", Interval = NpsInterval.Score } })
            Assert.Contains("use Automatic", Assert.Throws<InvalidOperationException>(() => Answers.Nps(1, 1, 1).Measure(nps)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nps { Interval = (NpsInterval)99 });
    }

    [Fact]
    public void The_shares_of_the_three_groups_stand_beside_the_score()
    {
        NpsResult result = Answers.Nps(19, 12, 5).Measure(new Nps { Level = 0.9 });
        Assert.Equal(["Promoters", "Passives", "Detractors"], result.OtherFigures.Select(figure => figure.Name));
        Assert.Equal([ProportionInterval.Wilson(19, 36, 0.9), ProportionInterval.Wilson(12, 36, 0.9), ProportionInterval.Wilson(5, 36, 0.9)], result.OtherFigures.Select(figure => figure.Estimate));
    }

    [Fact]
    public void The_shares_are_over_customers_where_all_their_answers_count()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, index % 11, 0))];
        NpsResult all = JourneyLog.From(once.Concat(once.Select(one => one with { At = one.At.AddHours(1) }))).Measure(new Nps { Counting = AnswerCounting.All });
        NpsResult single = JourneyLog.From(once).Measure(new Nps { Counting = AnswerCounting.All });
        foreach ((MetricFigure twice, MetricFigure plain) in all.OtherFigures.Zip(single.OtherFigures))
        {
            Assert.Equal("Wilson, clustered by customer", twice.Estimate!.Method);
            Assert.Equal(plain.Value!.Value, twice.Value!.Value, 1e-12);
            // The same answer twice says no more than once.
            Assert.Equal(plain.Estimate!.Upper - plain.Estimate.Lower, twice.Estimate.Upper - twice.Estimate.Lower, 0.002);
        }
    }

    [Fact]
    public void Employees_are_asked_apart_from_customers()
    {
        JourneyLog log = JourneyLog.From([Answers.One("c", FeedbackKind.Nps, 10, 0), Answers.One("e", FeedbackKind.EmployeeNps, 0, 0), Answers.One("f", FeedbackKind.EmployeeNps, 9, 0)]);
        (NpsResult customers, NpsResult employees) = log.Measure(new Nps(), new Nps { OfEmployees = true });
        Assert.Equal((100.0, 1L, "NPS"), (customers.Score, customers.Responses, customers.Title));
        Assert.Equal((0.0, 2L, "eNPS"), (employees.Score, employees.Responses, employees.Title));
        Assert.Contains(new MetricTerm("respondents", "employees"), employees.Terms);
        Assert.Equal("eNPS", employees.Figures.Single().Name);
    }

    [Fact]
    public void Other_cut_points_are_flagged_as_non_standard()
    {
        Nps stars = new() { NonStandard = new() { ScaleMinimum = 1, ScaleMaximum = 5, DetractorsTo = 3, PromotersFrom = 5 } };
        NpsResult result = Answers.Of(FeedbackKind.Nps, 1, 2, 3, 4, 5, 5, 5, 0, 6).Measure(stars);
        Assert.Equal((3L, 1L, 3L, 2L, 0.0), (result.Promoters, result.Passives, result.Detractors, result.Invalid, result.Score));
        Assert.Equal("NPS (non-standard)", result.Title);
        Assert.Contains(new MetricTerm("non-standard", "yes"), result.Terms);
        Assert.Contains(new MetricTerm("scale", "1…5, promoters from 5, detractors to 3"), result.Terms);
    }

    [Fact]
    public void Cut_points_that_cannot_be_are_refused_with_all_faults()
    {
        Nps wrong = new() { NonStandard = new() { ScaleMinimum = 5, ScaleMaximum = 5, DetractorsTo = 7, PromotersFrom = 6 }, Counting = AnswerCounting.All, Interval = NpsInterval.Wald };
        string message = Assert.Throws<InvalidOperationException>(() => Answers.Nps(1, 1, 1).Measure(wrong)).Message;
        Assert.All(["5…5 is empty", "are not on the scale", "overlap", "Wald takes answers as independent"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
