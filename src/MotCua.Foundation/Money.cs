namespace MotCua.Foundation;

/// <summary>An amount in whole đồng, never negative.</summary>
public readonly record struct Money : IComparable<Money>
{
    public Money(long dong)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dong);
        Dong = dong;
    }

    public long Dong { get; }

    public static Money Free => default;

    public static Money operator +(Money a, Money b) => new(a.Dong + b.Dong);

    public static bool operator <(Money a, Money b) => a.Dong < b.Dong;

    public static bool operator >(Money a, Money b) => a.Dong > b.Dong;

    public static bool operator <=(Money a, Money b) => a.Dong <= b.Dong;

    public static bool operator >=(Money a, Money b) => a.Dong >= b.Dong;

    public int CompareTo(Money other) => Dong.CompareTo(other.Dong);

    public override string ToString() => $"{Vietnamese.Number(Dong)} đồng";
}
