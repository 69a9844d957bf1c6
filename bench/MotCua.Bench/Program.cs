using MotCua.Bench;

// dotnet run -c Release --project bench/MotCua.Bench
ClockBench.Run();
