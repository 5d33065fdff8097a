using static CustomerJourney.StageModels.JourneyPhase;

namespace CustomerJourney.StageModels;

/// <content>Models of article 002, Russian.</content>
public sealed partial class StageModel
{
    /// <summary>Eight stages with what customers and company do in each.</summary>
    public static StageModel EightStage { get; } = new(
        "eight-stage",
        "Eight stages (002)",
        "002",
        StageModelOrder.Linear,
        [
            new("search", "Search for information")
            {
                OriginalName = "1. Поиск информации",
                Translations = [("ru", "Поиск информации")],
                Phases = [new(Need, 0.4), new(Discover, 0.6)],
                CustomerActions = ["has a need", "searches"],
                CompanyActions = ["understands the customers' problems", "offers good and varied information content along the funnel"],
            },
            new("compare", "Comparison of offers")
            {
                OriginalName = "2. Сравнение предложений",
                Translations = [("ru", "Сравнение предложений")],
                Phases = [new(Engage, 0.2), new(Evaluate, 0.8)],
                CustomerActions =
                [
                    "goes to shops or searches on",
                    "studies features, prices, guarantees, services and reviews",
                    "picks what suits",
                ],
                CompanyActions = ["stands out", "builds a tie and trust", "relies on store staff and website most of all"],
            },
            new("decide", "Decision")
            {
                OriginalName = "3. Принятие решения",
                Translations = [("ru", "Принятие решения")],
                Phases = [new(Decide, 0.5), new(Purchase, 0.5)],
                CustomerActions = ["chooses", "buys in a store or online"],
                CompanyActions = ["receives customers well", "delivers quickly", "keeps goods in stock", "guarantees service after the sale"],
            },
            new("receive", "Receiving the offer")
            {
                OriginalName = "4. Получение предложения",
                Translations = [("ru", "Получение предложения")],
                Phases = [new(Receive, 0.7), new(Use, 0.3)],
                CustomerActions = ["receives and tries"],
                CompanyActions = ["accompanies the use", "shows in simple content how to install or assemble", "supports after the purchase"],
            },
            new("assess", "Assessment")
            {
                OriginalName = "5. Оценка",
                Translations = [("ru", "Оценка")],
                Phases = [new(Use, 1)],
                CustomerActions = ["judges their own feelings"],
                CompanyActions = ["asks for satisfaction in surveys", "finds what to improve: here conversion turns into loyalty"],
            },
            new("service", "Customer service")
            {
                OriginalName = "6. Обслуживание клиентов",
                Translations = [("ru", "Обслуживание клиентов")],
                Phases = [new(Support, 1)],
                CustomerActions = ["asks or complains"],
                CompanyActions = ["answers as fast as possible", "solves technical problems with the least interaction"],
            },
            new("loyalty", "Loyalty (retention)")
            {
                OriginalName = "7. Лояльность (Удержание)",
                Translations = [("ru", "Лояльность")],
                Phases = [new(Retain, 1)],
                CustomerActions = ["decides whether to go on"],
                CompanyActions = ["sends thanks", "makes personal offers", "encourages to buy again"],
            },
            new("recommend", "Recommendation")
            {
                OriginalName = "8. Рекомендация",
                Translations = [("ru", "Рекомендация")],
                Phases = [new(Advocate, 1)],
                CustomerActions = ["becomes an ambassador"],
                CompanyActions = ["makes contact again some weeks later", "asks for feedback and to share it", "asks for a review"],
            },
        ],
        originalLanguage: "ru");

    /// <summary>The three main stages of a buyer; a trusted friend's word may jump straight to the purchase.</summary>
    public static StageModel BuyerThreeStage { get; } = new(
        "buyer-3",
        "Three main buyer stages (002)",
        "002",
        StageModelOrder.Flexible,
        [
            new("problem", "Recognition of a need or problem")
            {
                OriginalName = "Признание потребности или проблемы",
                Phases = [new(Need, 0.7), new(Discover, 0.3)],
                CustomerActions = ["does not know how to solve the problem", "wants content that explains"],
            },
            new("consider", "Consideration of the offer")
            {
                OriginalName = "Рассмотрение предложения",
                Phases = [new(Discover, 0.2), new(Engage, 0.2), new(Evaluate, 0.6)],
                CustomerActions = ["reads guides and comparisons: how it works, when to use it"],
            },
            new("decision", "Decision")
            {
                OriginalName = "Решение",
                Phases = [new(Evaluate, 0.2), new(Decide, 0.5), new(Purchase, 0.3)],
                CustomerActions = ["makes a short list by need and budget"],
                CompanyActions = ["describes the offer in detail", "shows reviews", "offers a free trial"],
            },
        ],
        note: "a trusted friend's word may jump straight to purchase",
        originalLanguage: "ru");

    /// <summary>The phases of somebody who buys a car.</summary>
    public static StageModel CarBuyer { get; } = new(
        "car-5",
        "Car buyer phases (002)",
        "002",
        StageModelOrder.Linear,
        [
            new("inform", "Becoming informed")
            {
                OriginalName = "Информирование",
                Phases = [new(Need, 0.4), new(Discover, 0.6)],
                CustomerActions = ["sees an advert on television"],
            },
            new("research", "Study of information and price comparison")
            {
                OriginalName = "изучение информации и сравнение цен",
                Phases = [new(Discover, 0.3), new(Evaluate, 0.7)],
                CustomerActions = ["searches for more", "compares prices", "takes time for research"],
            },
            new("test", "Test stage")
            {
                OriginalName = "этап тестирования",
                Phases = [new(Engage, 0.1), new(Evaluate, 0.5), new(Decide, 0.4)],
                CustomerActions = ["goes to the nearest dealer", "chooses a model", "takes a test drive", "checks expectations", "agrees on a price"],
            },
            new("acquire", "Acquisition")
            {
                OriginalName = "приобретение",
                Phases = [new(Decide, 0.2), new(Purchase, 0.5), new(Receive, 0.3)],
                CustomerActions = ["buys"],
            },
            new("recommend", "Recommendation")
            {
                OriginalName = "рекомендация",
                Phases = [new(Use, 0.3), new(Support, 0.1), new(Retain, 0.2), new(Advocate, 0.4)],
                CustomerActions = ["tells friends", "comments on social media and consumer platforms, for as long as the car is used"],
            },
        ],
        originalLanguage: "ru");

    /// <summary>The path through a store. The article lists factors; that they follow each other in walking order is this library's reading.</summary>
    public static StageModel InStore { get; } = new(
        "instore-4",
        "In-store path (002, factors in walking order)",
        "002",
        StageModelOrder.Linear,
        [
            new("window", "Shop window")
            {
                OriginalName = "витрина",
                Phases = [new(Discover, 1)],
                CustomerActions = ["sees the window first"],
                CompanyActions = ["shows a strong visual identity"],
            },
            new("path", "Guided path with hot and cold zones")
            {
                OriginalName = "циркуляризация, горячие и холодные зоны",
                Phases = [new(Engage, 0.6), new(Evaluate, 0.4)],
                CustomerActions = ["follows a guided path"],
                CompanyActions = ["places goods in hot and cold zones"],
            },
            new("pos", "Point-of-sale adverts and kiosks")
            {
                OriginalName = "Реклама в местах продаж, киоски",
                Phases = [new(Evaluate, 0.6), new(Decide, 0.4)],
                CustomerActions = ["buys on impulse", "finds the product and its features at a kiosk"],
                CompanyActions = ["advertises at the point of sale", "puts up self-service kiosks with the catalog"],
            },
            new("greeting", "Welcome by sales staff")
            {
                OriginalName = "физическое приветствие",
                Phases = [new(Evaluate, 0.4), new(Decide, 0.3), new(Purchase, 0.3)],
                CompanyActions = ["trains staff in greeting", "links the digital with the physical"],
            },
        ],
        note: "the article lists factors, not stages; order is ours",
        originalLanguage: "ru");
}
