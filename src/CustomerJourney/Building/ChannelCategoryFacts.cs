namespace CustomerJourney.Building;

/// <summary>What is known of each category of channel: its spelling in documents, its name in words, and the medium that it usually is.</summary>
internal sealed record ChannelCategoryFacts(ChannelCategory Category, string Spelling, string Name, ChannelMedium Medium)
{
    public static IReadOnlyList<ChannelCategoryFacts> All { get; } =
    [
        new(ChannelCategory.Other, "other", "Other", ChannelMedium.Digital),
        new(ChannelCategory.Search, "search", "Search", ChannelMedium.Digital),
        new(ChannelCategory.Website, "website", "Website", ChannelMedium.Digital),
        new(ChannelCategory.MobileApp, "mobileApp", "Mobile app", ChannelMedium.Digital),
        new(ChannelCategory.Email, "email", "Email", ChannelMedium.Digital),
        new(ChannelCategory.SocialMedia, "socialMedia", "Social media", ChannelMedium.Digital),
        new(ChannelCategory.Phone, "phone", "Phone", ChannelMedium.Human),
        new(ChannelCategory.LiveChat, "liveChat", "Live chat", ChannelMedium.Digital),
        new(ChannelCategory.PhysicalStore, "physicalStore", "Physical store", ChannelMedium.Physical),
        new(ChannelCategory.WordOfMouth, "wordOfMouth", "Word of mouth", ChannelMedium.Human),
        new(ChannelCategory.Delivery, "delivery", "Delivery", ChannelMedium.Physical),
        new(ChannelCategory.Survey, "survey", "Survey", ChannelMedium.Digital),
        new(ChannelCategory.TvAdvert, "tvAdvert", "TV advert", ChannelMedium.Broadcast),
        new(ChannelCategory.Outdoor, "outdoor", "Outdoor advert", ChannelMedium.Broadcast),
        new(ChannelCategory.Marketplace, "marketplace", "Marketplace", ChannelMedium.Digital),
        new(ChannelCategory.Blog, "blog", "Blog", ChannelMedium.Digital),
        new(ChannelCategory.Forum, "forum", "Forum", ChannelMedium.Digital),
        new(ChannelCategory.Newsletter, "newsletter", "Newsletter", ChannelMedium.Digital),
        new(ChannelCategory.Sms, "sms", "SMS", ChannelMedium.Digital),
        new(ChannelCategory.Messaging, "messaging", "Messaging", ChannelMedium.Digital),
        new(ChannelCategory.Catalogue, "catalogue", "Catalogue", ChannelMedium.Physical),
        new(ChannelCategory.ShopWindow, "shopWindow", "Shop window", ChannelMedium.Physical),
        new(ChannelCategory.Kiosk, "kiosk", "Kiosk", ChannelMedium.Physical),
        new(ChannelCategory.Pos, "pos", "Point of sale", ChannelMedium.Physical),
        new(ChannelCategory.DriveThrough, "driveThrough", "Drive-through", ChannelMedium.Physical),
        new(ChannelCategory.ClickAndCollect, "clickAndCollect", "Click and collect", ChannelMedium.Physical),
        new(ChannelCategory.QrCode, "qrCode", "QR code", ChannelMedium.Digital),
        new(ChannelCategory.Video, "video", "Video", ChannelMedium.Digital),
        new(ChannelCategory.VideoCall, "videoCall", "Video call", ChannelMedium.Human),
        new(ChannelCategory.InPerson, "inPerson", "In person", ChannelMedium.Human),
        new(ChannelCategory.MapEntry, "mapEntry", "Map entry", ChannelMedium.Digital),
    ];

    public static ChannelCategoryFacts? Of(ChannelCategory category) => All.FirstOrDefault(facts => facts.Category == category);

    public static ChannelCategoryFacts? Of(string spelling) => All.FirstOrDefault(facts => string.Equals(facts.Spelling, spelling, StringComparison.Ordinal));
}
