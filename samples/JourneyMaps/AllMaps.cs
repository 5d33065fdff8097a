using CustomerJourney;
using JourneyMaps.Maps;

namespace JourneyMaps;

/// <summary>The maps of this sample, each in a file of its own.</summary>
internal static class AllMaps
{
    public static IReadOnlyList<Journey> Create() =>
    [
        CarPurchase.Create(), StoreVisit.Create(), OnlineShop.Create(), SoftwareTrial.Create(), RestaurantOnMap.Create(),
        SlowSite.Create(), PosterToDriveThrough.Create(), BankAccount.Create(), AppProject.Create(),
    ];
}
