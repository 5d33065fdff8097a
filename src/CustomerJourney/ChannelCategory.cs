namespace CustomerJourney;

/// <summary>The kinds of channel that are known by name. Maps in JSON write them in camel case, <c>mobileApp</c>; a category that is none of these is read as <see cref="Other"/> and written back as it was.</summary>
public enum ChannelCategory
{
    /// <summary>Any other channel.</summary>
    Other,

    /// <summary>A search engine.</summary>
    Search,

    /// <summary>A website of one's own.</summary>
    Website,

    /// <summary>An app on the customer's phone.</summary>
    MobileApp,

    /// <summary>Email to or from one person.</summary>
    Email,

    /// <summary>A social network.</summary>
    SocialMedia,

    /// <summary>A telephone call.</summary>
    Phone,

    /// <summary>Chat on a site or in an app.</summary>
    LiveChat,

    /// <summary>A shop one can walk into.</summary>
    PhysicalStore,

    /// <summary>What people tell each other.</summary>
    WordOfMouth,

    /// <summary>Parcels and couriers.</summary>
    Delivery,

    /// <summary>A questionnaire.</summary>
    Survey,

    /// <summary>An advertisement on television.</summary>
    TvAdvert,

    /// <summary>Posters and other outdoor advertising.</summary>
    Outdoor,

    /// <summary>A site that sells for many sellers.</summary>
    Marketplace,

    /// <summary>Articles and guides.</summary>
    Blog,

    /// <summary>A place where customers ask each other.</summary>
    Forum,

    /// <summary>A regular mail to many.</summary>
    Newsletter,

    /// <summary>A text message.</summary>
    Sms,

    /// <summary>A messenger.</summary>
    Messaging,

    /// <summary>A printed catalogue.</summary>
    Catalogue,

    /// <summary>The window of a shop.</summary>
    ShopWindow,

    /// <summary>A self-service terminal.</summary>
    Kiosk,

    /// <summary>The till: point of sale.</summary>
    Pos,

    /// <summary>A drive-through counter.</summary>
    DriveThrough,

    /// <summary>Ordered online, fetched in person.</summary>
    ClickAndCollect,

    /// <summary>A printed code that opens a page.</summary>
    QrCode,

    /// <summary>A recorded film.</summary>
    Video,

    /// <summary>A talk over video.</summary>
    VideoCall,

    /// <summary>A talk between people in one place.</summary>
    InPerson,

    /// <summary>An entry in a map service.</summary>
    MapEntry,
}
