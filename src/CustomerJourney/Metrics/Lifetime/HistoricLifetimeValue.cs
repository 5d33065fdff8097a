using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>
/// What customers have been worth so far: the sum of each one's amounts up to a date, and its mean over those who bought. Revenue by default; margin and discounting are stated where asked for.
/// It says nothing of what is still to come.
/// </summary>
/// <remarks>
/// Refunds, negative amounts, are taken off. Discounting brings each amount back to the customer's first purchase: amount/(1 + d)^years, a year being 365.25 days, so that customers of different
/// times compare. Customers without a purchase or a refund by then are left out; who has nothing but refunds, because he bought before the log began, counts with what they cost. Mean over customers with Student's t interval; values are skewed, so below a few hundred customers the interval is rough.
/// Constant memory.
/// </remarks>
public sealed record HistoricLifetimeValue : PurchaseMetric<HistoricLifetimeValueResult>
{
    private const double DaysInYear = 365.25;

    /// <summary>The part of each amount which is margin, above 0 and at most 1; 1 gives revenue.</summary>
    public double MarginShare
    {
        get;
        init => field = Given.Margin(value);
    } = 1;

    /// <summary>The discount rate per year, finite and not negative; 0, no discounting, by default.</summary>
    public double DiscountRatePerYear
    {
        get;
        init => field = Given.DiscountRate(value);
    }

    /// <inheritdoc/>
    public override Accumulator<HistoricLifetimeValueResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new Values(this, new PurchaseReader(Event, Currency, schema, refunds: true));
    }

    private protected override IEnumerable<MetricTerm> OwnTerms()
    {
        yield return new("value", MarginShare == 1 ? "revenue" : string.Create(CultureInfo.InvariantCulture, $"margin, {MarginShare:R} of revenue"));
        yield return new("discounting", DiscountRatePerYear == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{DiscountRatePerYear:R} a year, to the first purchase"));
    }

    private sealed class Values(HistoricLifetimeValue definition, PurchaseReader reader) : Accumulator<HistoricLifetimeValueResult>
    {
        private readonly long _last = definition.AsOf is { } asOf ? asOf.UtcTicks - 1 : long.MaxValue;
        private readonly ExactSum _sum = new();
        private readonly ExactSum _squares = new();
        private long _customers;
        private long _purchases;
        private Int128 _units;

        public override void Add(in CustomerTrace trace)
        {
            ReadOnlySpan<PurchaseEvent> purchases = reader.Read(trace, _last);
            if (purchases.IsEmpty) return;
            Int128 units = 0;
            long first = long.MaxValue;
            foreach (PurchaseEvent purchase in purchases)
            {
                units += purchase.Units;
                first = Math.Min(first, purchase.Ticks);
            }

            double value = definition.DiscountRatePerYear == 0 ? (double)units / MoneyUnits.PerOne : Discounted(purchases, first);
            value *= definition.MarginShare;
            _sum.Add(value);
            _squares.AddProduct(value, value);
            _units += units;
            _customers++;
            _purchases += purchases.Length;
        }

        public override void Merge(Accumulator<HistoricLifetimeValueResult> other)
        {
            Values part = (Values)other;
            reader.Merge(part.Reader);
            _sum.Merge(part._sum);
            _squares.Merge(part._squares);
            _units += part._units;
            _customers += part._customers;
            _purchases += part._purchases;
        }

        public override HistoricLifetimeValueResult ToResult() => new()
        {
            Definition = definition,
            Customers = _customers,
            Purchases = _purchases,
            WithoutAmount = reader.WithoutAmount,
            OtherCurrency = reader.OtherCurrency,
            Currencies = new EqualList<string>([.. reader.Currencies]),
            Revenue = reader.Currencies.Count > 1 ? null : (decimal)_units / MoneyUnits.PerOne,
            Sample = reader.Currencies.Count > 1 ? new MeanSample(0, 0, 0) : MeanSample.Of(_customers, _sum, _squares),
        };

        public override void Save(BinaryWriter state)
        {
            reader.Save(state);
            _sum.Save(state);
            _squares.Save(state);
            state.Write((ulong)(_units & ulong.MaxValue));
            state.Write((long)(_units >> 64));
            state.Write(_customers);
            state.Write(_purchases);
        }

        public override void Load(BinaryReader state)
        {
            reader.Load(state);
            _sum.Merge(ExactSum.Load(state));
            _squares.Merge(ExactSum.Load(state));
            ulong low = state.ReadUInt64();
            _units = KeptNumbers.Money(new Int128(unchecked((ulong)state.ReadInt64()), low));
            (_customers, _purchases) = (KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state));
            if (_customers > _purchases) throw new InvalidDataException($"{_customers} customers cannot have made {_purchases} purchases.");
            if (_customers == 0 && (_sum.ToDouble() != 0 || _squares.ToDouble() != 0)) throw new InvalidDataException("There is a value of purchases without a customer.");
            if (!double.IsFinite(_sum.ToDouble()) || !(_squares.ToDouble() is >= 0 and < double.PositiveInfinity)) throw new InvalidDataException("The sum of values is beyond any amount of money.");
        }

        internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new Values(definition, reader.Sibling());

        private PurchaseReader Reader => reader;

        private double Discounted(ReadOnlySpan<PurchaseEvent> purchases, long first)
        {
            double value = 0, yearly = Math.Log(1 + definition.DiscountRatePerYear);
            foreach (PurchaseEvent purchase in purchases)
                value += MoneyUnits.ToDouble(purchase.Units) * Math.Exp(-yearly * TimeText.Days(purchase.Ticks - first) / DaysInYear);
            return value;
        }
    }
}
