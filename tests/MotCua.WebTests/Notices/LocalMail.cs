using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace MotCua.WebTests.Notices;

/// <summary>A real SMTP server on 127.0.0.1 that keeps what it gets and behaves as told.</summary>
public sealed class LocalMail : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public LocalMail(bool withCertificate = false)
    {
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e =>
        {
            e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication();
            if (withCertificate)
            {
                e.Certificate(Certificate());
            }
        }).Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add(new Filter(this));
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) => user == "motcua" && password == Password));
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public const string Password = "m-t-k";

    public int Port { get; }

    public ConcurrentQueue<MimeMessage> Messages { get; } = [];

    /// <summary>Answers to the text of the next messages, in order; then "250 Ok".</summary>
    public ConcurrentQueue<SmtpResponse> Answers { get; } = [];

    /// <summary>Such an address is refused for good.</summary>
    public string? Unknown { get; set; }

    /// <summary>Keeps the next message, then answers only after this time.</summary>
    public TimeSpan? AnswerAfter { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }

        stop.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var made = request.CreateSelfSigned(from, from.AddYears(80));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Store(LocalMail mail) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (mail.Answers.TryDequeue(out var answer))
            {
                return answer;
            }

            mail.Messages.Enqueue(MimeMessage.Load(new MemoryStream(buffer.ToArray()), cancellationToken));
            if (mail.AnswerAfter is { } wait)
            {
                mail.AnswerAfter = null;
                await Task.Delay(wait, cancellationToken);
            }

            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(LocalMail mail) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => to.AsAddress() == mail.Unknown
            ? throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such user"))
            : Task.FromResult(true);
    }
}
