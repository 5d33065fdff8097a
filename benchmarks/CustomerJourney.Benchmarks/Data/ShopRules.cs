using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Benchmarks.Data;

/// <summary>Twenty rules of all kinds for the made-up shop: counts, sequences, silences and answers, as a CRM would have them.</summary>
internal static class ShopRules
{
    public static void Twenty(StageRulesBuilder rules) => rules
        .Enter("Consideration", "landing_page", times: 2, within: TimeSpan.FromDays(1))
        .Enter("Consideration", "search", times: 3, within: TimeSpan.FromDays(7))
        .Enter("Decision", "product_view", times: 3, within: TimeSpan.FromDays(7))
        .Enter("Decision", "product_compare", times: 2, within: TimeSpan.FromDays(3))
        .Enter("Purchase", "checkout_start", times: 2, within: TimeSpan.FromHours(1))
        .Enter("Loyalty", "purchase", times: 3, within: TimeSpan.FromDays(90))
        .Enter("Loyalty", "upgrade")
        .Enter("Service", "support_call", times: 2, within: TimeSpan.FromDays(7))
        .Enter("Service", when => when.Event("survey_response").WithScore(FeedbackKind.Nps, maximum: 6))
        .Enter("Loyalty", when => when.Event("survey_response").WithScore(FeedbackKind.Nps, minimum: 9))
        .Enter("Consideration", when => when.Event("newsletter_click").On("email"), times: 2, within: TimeSpan.FromDays(30))
        .Enter("Awareness", when => when.Event("ad_click").On("social"), times: 4)
        .EnterAfterSequence("Decision", steps => steps.Then("ad_click").Then("landing_page").Then("product_view"), within: TimeSpan.FromDays(2))
        .EnterAfterSequence("Purchase", steps => steps.Then("add_to_cart").Then("payment_info").Without("return_request"), within: TimeSpan.FromDays(1))
        .EnterAfterSequence("Service", steps => steps.Then("purchase").Then("return_request"), within: TimeSpan.FromDays(30))
        .EnterAfterSequence("Loyalty", steps => steps.Then("purchase").Then("renewal").Without("churn_cancel"))
        .EnterAfterSilence("Awareness", "product_view", TimeSpan.FromDays(60))
        .EnterAfterSilence("Service", "purchase", TimeSpan.FromDays(90))
        .EnterAfterSilence("Consideration", "add_to_cart", TimeSpan.FromDays(30))
        .EnterAfterSilence("Awareness", without => without.AnyEvent(), TimeSpan.FromDays(120));
}
