using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace QuickStart.Shop;

/// <summary>The made-up shop, and what its owner wants to know.</summary>
internal static class ShopStudy
{
    public static Study Create(ulong seed, bool withFaults, IProgress<long>? progress = null) => new()
    {
        Title = "Online shop, January to June 2026",
        About = $"A made-up shop (seed {seed}{(withFaults ? "" : ", no faults planted")}): {ShopLog.AllCustomers:N0} customers over 26 weeks.",
        Map = ShopMap.Create(),
        Log = ShopLog.Create(seed, withFaults, progress: progress),
        Ways = [new Funnel(Step.Event("product_viewed"), Step.Event("item_added"), Step.Event("checkout_started"), Step.Event("order_paid")) { Window = TimeSpan.FromDays(7) }],
        Chapters =
        [
            Chapter.Of("Who buys again", new Retention(CalendarUnit.Month) { Start = Step.Event("order_paid"), Return = Step.Event("order_paid"), Periods = 5 }),
            Chapter.Of("NPS after delivery, by persona", new Nps().By(Dimension.Persona)),
            Chapter.Of("Satisfaction with support (CSAT), by month and persona", new Csat().By(Dimension.Calendar(CalendarUnit.Month), Dimension.Persona)),
            Chapter.Of("Ease of support (CES), by persona", new Ces().By(Dimension.Persona)),
        ],
        Compared = [new Nps(), new Csat().By(Dimension.Persona), new Ces().By(Dimension.Persona)],
        Questions = ShopQuestions.All,
    };
}
