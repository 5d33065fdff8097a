namespace CustomerJourney.Building;

/// <summary>What is known of each category of channel: its spelling in documents, its name in words, and the medium that it usually is.</summary>
internal sealed record ChannelCategoryFacts(ChannelCategory Category, string Spelling, string Name, string Medium)
{
    public static IReadOnlyList<ChannelCategoryFacts> All { get; } =
    [
        new(ChannelCategory.Other, "other", "Other", "digital"),
        new(ChannelCategory.Search, "search", "Search", "digital"),
        new(ChannelCategory.Website, "website", "Website", "digital"),
        new(ChannelCategory.MobileApp, "mobileApp", "Mobile app", "digital"),
        new(ChannelCategory.Email, "email", "Email", "digital"),
        new(ChannelCategory.SocialMedia, "socialMedia", "Social media", "digital"),
        new(ChannelCategory.Phone, "phone", "Phone", "human"),
        new(ChannelCategory.LiveChat, "liveChat", "Live chat", "digital"),
        new(ChannelCategory.PhysicalStore, "physicalStore", "Physical store", "physical"),
        new(ChannelCategory.WordOfMouth, "wordOfMouth", "Word of mouth", "human"),
        new(ChannelCategory.Delivery, "delivery", "Delivery", "physical"),
        new(ChannelCategory.Survey, "survey", "Survey", "digital"),
        new(ChannelCategory.TvAdvert, "tvAdvert", "TV advert", "broadcast"),
        new(ChannelCategory.Outdoor, "outdoor", "Outdoor advert", "broadcast"),
        new(ChannelCategory.Marketplace, "marketplace", "Marketplace", "digital"),
        new(ChannelCategory.Blog, "blog", "Blog", "digital"),
        new(ChannelCategory.Forum, "forum", "Forum", "digital"),
        new(ChannelCategory.Newsletter, "newsletter", "Newsletter", "digital"),
        new(ChannelCategory.Sms, "sms", "SMS", "digital"),
        new(ChannelCategory.Messaging, "messaging", "Messaging", "digital"),
        new(ChannelCategory.Catalogue, "catalogue", "Catalogue", "physical"),
        new(ChannelCategory.ShopWindow, "shopWindow", "Shop window", "physical"),
        new(ChannelCategory.Kiosk, "kiosk", "Kiosk", "physical"),
        new(ChannelCategory.Pos, "pos", "Point of sale", "physical"),
        new(ChannelCategory.DriveThrough, "driveThrough", "Drive-through", "physical"),
        new(ChannelCategory.ClickAndCollect, "clickAndCollect", "Click and collect", "physical"),
        new(ChannelCategory.QrCode, "qrCode", "QR code", "digital"),
        new(ChannelCategory.Video, "video", "Video", "digital"),
        new(ChannelCategory.VideoCall, "videoCall", "Video call", "human"),
        new(ChannelCategory.InPerson, "inPerson", "In person", "human"),
        new(ChannelCategory.MapEntry, "mapEntry", "Map entry", "digital"),
    ];

    public static ChannelCategoryFacts? Of(ChannelCategory category) => All.FirstOrDefault(facts => facts.Category == category);

    public static ChannelCategoryFacts? Of(string spelling) => All.FirstOrDefault(facts => string.Equals(facts.Spelling, spelling, StringComparison.Ordinal));
}
