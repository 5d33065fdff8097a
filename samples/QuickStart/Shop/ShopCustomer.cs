using CustomerJourney.Events;

namespace QuickStart.Shop;

/// <summary>
/// One customer's life with the shop. Stages are skipped (a purchase in the store needs no delivery), left for good, and returned to
/// (a second visit, a second order).
/// </summary>
internal sealed class ShopCustomer
{
    private readonly SplitMix64 _random;
    private readonly ShopFaults _faults;
    private readonly string _id;
    private readonly string _segment;
    private readonly List<JourneyEvent> _events = [];
    private DateTimeOffset _now;
    private string _device = "web";
    private bool _readReturnsEmail;
    private bool _readReturnsPage;

    public ShopCustomer(ulong seed, int number, ShopFaults faults)
    {
        _random = SplitMix64.For(seed, number);
        _faults = faults;
        _id = $"c{number:D5}";
        _segment = _random.Chance(0.6) ? "family" : "student";
    }

    public CustomerProfile Profile => new() { Customer = _id, Attributes = new Dictionary<string, string> { ["segment"] = _segment } };

    /// <summary>All events of the customer that happen before the log ends. A life is lived once: call it once.</summary>
    public IEnumerable<JourneyEvent> Live()
    {
        _now = ShopLog.Start + ((ShopLog.End - ShopLog.Start) * _random.Next());
        BecomeAware();
        bool bought = Visit();
        while (_now < ShopLog.End && _random.Chance(bought ? 0.35 : 0.2))
        {
            Wait(days: 5 + _random.Exponential(25));
            if (_random.Chance(0.3)) Happen("campaign_opened", "email");
            bought = Visit();
        }

        return _events.Where(happened => happened.At < ShopLog.End);
    }

    private void BecomeAware()
    {
        _device = _segment == "family"
            ? _random.Pick(("mobile", 0.50), ("web", 0.30), ("store", 0.20))
            : _random.Pick(("mobile", 0.50), ("web", 0.40), ("store", 0.10));
        if (_random.Chance(0.15)) return;
        if (_device == "store") Happen("store_visited", "store");
        else if (_random.Chance(0.3)) Happen("campaign_opened", "email");
        else Happen("ad_clicked", _device);
        Wait(hours: _random.Exponential(6));
    }

    /// <returns>Whether the customer bought something.</returns>
    private bool Visit()
    {
        ReadMessages();
        int products = 1 + (int)(_random.Next() * 4);
        for (int product = 0; product < products; product++)
        {
            Happen("product_viewed", _device);
            Wait(hours: _random.Between(0.02, 0.3));
        }

        if (!_random.Chance(0.70)) return false;
        Happen("item_added", _device);
        Wait(hours: _random.Between(0.02, 0.5));
        return _random.Chance(0.80) && CheckOut();
    }

    private void ReadMessages()
    {
        if (_random.Chance(0.40)) Happen("welcome_mail_opened", "email");
        if (_random.Chance(0.45))
        {
            Happen("returns_mail_opened", "email");
            _readReturnsEmail = true;
        }

        Wait(hours: _random.Between(0.1, 2));
        string screen = _device == "store" ? "web" : _device;
        if (_random.Chance(0.30)) Happen("size_guide_read", screen);
        if (_random.Chance(0.45))
        {
            Happen("returns_page_read", screen);
            _readReturnsPage = true;
        }

        if (_random.Chance(0.05)) Happen("app_updated", "mobile");
    }

    private bool CheckOut()
    {
        string channel = _device;
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            Happen("checkout_started", channel);
            double usually = channel switch { "store" => 0.96, "web" => 0.70, _ => 0.65 };
            bool pays = _random.Chance(usually * _faults.PaymentFactor(channel, _now));
            Wait(hours: _random.Between(0.02, 0.2));
            if (pays)
            {
                Pay(channel);
                return true;
            }

            if (_random.Chance(0.4)) Happen("payment_failed", channel);
            if (!_random.Chance(0.3)) return false;
            Wait(days: 1 + _random.Exponential(2));
            if (channel == "mobile" && _random.Chance(0.3)) channel = "web";
        }

        return false;
    }

    private void Pay(string channel)
    {
        decimal value = Math.Round((decimal)Math.Exp(3.8 + (0.6 * _random.Normal())), 2);
        Happen(new() { Customer = _id, Event = "order_paid", At = _now, Channel = channel, Value = value, Currency = "EUR" });
        if (channel != "store")
        {
            Wait(hours: _random.Between(4, 30));
            Happen("order_shipped", null);
            Wait(days: _random.Between(1, 4));
            Happen("order_delivered", null);
        }

        DateTimeOffset received = _now;
        if (_random.Chance(0.45)) Recommend(received.AddDays(_random.Between(1, 4)));
        if (_random.Chance(0.30)) AskSupport(received.AddDays(_random.Between(0.1, 6)));
    }

    private void Recommend(DateTimeOffset at)
    {
        double feeling = (_segment == "family" ? 8.3 : 7.9) + (1.9 * _random.Normal()) - _faults.Disappointment(_readReturnsEmail, _readReturnsPage);
        Answer("nps_answered", at, FeedbackKind.Nps, Rounded(feeling, 0, 10), "Parcel");
    }

    private void AskSupport(DateTimeOffset at)
    {
        string channel = _random.Pick(("web", 0.35), ("mobile", 0.35), ("email", 0.25), ("store", 0.05));
        double hours = 6 * Math.Exp(0.5 * _random.Normal()) * _faults.WaitFactor(_segment, at);
        DateTimeOffset answered = at.AddHours(hours);
        Happen(new() { Customer = _id, Event = "ticket_opened", At = at, Channel = channel });
        Happen(new() { Customer = _id, Event = "ticket_answered", At = answered, Channel = channel });

        // Each doubling of the wait takes half a point off.
        double doublings = Math.Log2(hours / 6);
        if (_random.Chance(0.70)) Answer("csat_answered", answered.AddHours(_random.Between(1, 20)), FeedbackKind.Csat, Rounded(4.3 - (0.5 * doublings) + (0.7 * _random.Normal()), 1, 5), "Support ticket");
        if (_random.Chance(0.60)) Answer("ces_answered", answered.AddHours(_random.Between(1, 20)), FeedbackKind.Ces, Rounded(5.6 - (0.6 * doublings) + _random.Normal(), 1, 7), "Support ticket");
    }

    private void Answer(string name, DateTimeOffset at, FeedbackKind kind, double score, string about) =>
        Happen(new() { Customer = _id, Event = name, At = at, Channel = "email", Feedback = new(kind, score, About: about) });

    private void Happen(string name, string? channel) => Happen(new() { Customer = _id, Event = name, At = _now, Channel = channel });

    private void Happen(JourneyEvent happened) => _events.Add(happened with { At = WholeSecond(happened.At) });

    private void Wait(double days = 0, double hours = 0)
    {
        _now = _now.AddDays(days).AddHours(hours);

        // Nobody shops at four in the morning.
        if (_now.Hour < 6) _now = _now.AddHours(7);
    }

    private static double Rounded(double feeling, double low, double high) => Math.Clamp(Math.Round(feeling), low, high);

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
}
