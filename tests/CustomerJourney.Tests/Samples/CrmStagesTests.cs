namespace CustomerJourney.Tests.Samples;

/// <summary>The sample that keeps stages of live customers in SQLite, as a user starts it.</summary>
public sealed class CrmStagesTests
{
    private const string Expected = """
        2026-03-02 ben  (none) -> Lead, by newsletter_opened
        2026-03-04 anna (none) -> Interest, by pricing_viewed
        2026-03-04 anna pricing_viewed came again: counted once
        2026-03-06 ben  Lead -> Interest, by stage:marketingqualifiedlead
        2026-03-12 anna Interest -> Trial, by colleague_invited
        2026-03-20 ben  Interest -> Customer, by order_paid
        2026-03-25 anna Trial -> Customer, by order_paid
        2026-03-10 anna trial_cancelled came too late; rebuilt: Interest -> Customer

        Anna Berg of Kim: customer
        Ben Ortiz of Kim: customer
        Cleo Sand of Lou: (none)

        On 2026-07-01 ben is in Lapsed, since 2026-06-18. Why?
        Customer "ben" is in "Lapsed", the stage of the latest evidence, as of 2026-07-01 12:00 (times are UTC).
        Score 0.0926: the listed events, each weighing 2^(-age / 30 days).

        Why:
        1. rule 3 (no "order_paid" for 90 days): silent since 2026-03-20 12:00, for 103 days
           - 2026-03-20 12:00 "order_paid", id "8", event 3, weight 0.0926, decided

        Other stages:
        - "Lead": score 0.0611
        - "Interest": score 0.067
        - "Customer": score 0.0926
        """;

    [Fact]
    public void Stages_move_with_the_events_and_are_joined_with_the_rows_of_customers()
    {
        string folder = Directory.CreateTempSubdirectory("crmstages").FullName;
        try
        {
            (int code, string output, string error) = SampleProgram.RunIn(folder, "CrmStages");

            Assert.Equal((0, ""), (code, error));
            Assert.Equal(Expected, output.ReplaceLineEndings("\n").TrimEnd());
            Assert.True(File.Exists(Path.Combine(folder, "crm.db")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
