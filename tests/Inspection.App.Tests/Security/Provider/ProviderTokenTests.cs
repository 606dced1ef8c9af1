using System.Net;
using System.Security.Cryptography;
using System.Text;
using Inspection.App.Security;
using Inspection.App.Tests.Hosting;
using Inspection.App.Tests.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;

namespace Inspection.App.Tests.Security;

public sealed class ProviderTokenTests
{
    private static readonly Person Person = new("4711", "li.lei") { Roles = [Role.Inspector], Department = "市场监管局", Inspector = "SJ-001" };

    [Fact]
    public async Task An_access_token_of_the_provider_signs_in_at_the_api()
    {
        await using var site = await ProviderSite.StartAsync();
        using var client = site.App.ClientWith(await site.TokenAsync(Person));

        var me = (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(("li.lei", "市场监管局", "SJ-001"), ((string?)me["name"], (string?)me["department"], (string?)me["inspectorId"]));
        Assert.Equal([Role.Inspector], me["roles"]!.Select(role => (string?)role));
    }

    [Fact]
    public async Task A_person_is_the_same_user_at_the_api_and_on_pages()
    {
        await using var site = await ProviderSite.StartAsync();
        using var client = site.App.ClientWith(await site.TokenAsync(Person with { Name = "another" }));
        await site.SignInAsync(Person);

        Assert.Equal("li.lei", (string?)(await client.GetJson("/api/v1/me")).Json["name"]);
    }

    [Fact]
    public async Task A_token_of_this_service_still_signs_in()
    {
        await using var site = await ProviderSite.StartAsync();
        using var client = await site.App.ClientAs(Role.Auditor);

        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        site.Provider.Person = Person;

        await RefusesAsync(site, await site.Provider.TokenAsync("another-api"));
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused_even_if_its_signature_is_right()
    {
        await using var site = await ProviderSite.StartAsync();
        await using var other = await IdentityProvider.StartAsync(new ManualTime());
        other.Person = Person;

        await RefusesAsync(site, await other.TokenAsync());
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var token = await site.TokenAsync(Person);
        using var client = site.App.ClientWith(token);
        (await client.GetJson("/api/v1/me")).Expect(HttpStatusCode.OK);

        site.App.Time.Advance(TimeSpan.FromHours(2));

        await RefusesAsync(site, token);
    }

    [Fact]
    public async Task A_token_without_signature_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var parts = (await site.TokenAsync(Person)).Split('.');

        await RefusesAsync(site, $"{parts[0]}.{parts[1]}.");
        await RefusesAsync(site, $"{Encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var parts = (await site.TokenAsync(Person)).Split('.');
        var payload = JObject.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[1])));
        payload["roles"] = Role.Administrator;

        await RefusesAsync(site, $"{parts[0]}.{Encoded(payload.ToString())}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused()
    {
        await using var site = await ProviderSite.StartAsync();
        var parts = (await site.TokenAsync(Person)).Split('.');
        using var client = new HttpClient { BaseAddress = site.Provider.Authority };
        var key = (await client.GetJson(".well-known/jwks")).Expect(HttpStatusCode.OK).Json["keys"]![0]!;
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = WebEncoders.Base64UrlDecode((string)key["n"]!), Exponent = WebEncoders.Base64UrlDecode((string)key["e"]!),
        });
        var header = Encoded(new JObject { ["alg"] = "HS256", ["typ"] = "at+jwt", ["kid"] = key["kid"] }.ToString());

        foreach (var secret in new[] { rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()) })
        {
            var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{header}.{parts[1]}"));
            await RefusesAsync(site, $"{header}.{parts[1]}.{WebEncoders.Base64UrlEncode(signature)}");
        }
    }

    [Fact]
    public async Task Where_the_api_takes_no_tokens_of_the_provider_they_are_refused()
    {
        var time = new ManualTime();
        await using var provider = await IdentityProvider.StartAsync(time);
        await using var app = await TestApp.StartAsync([.. provider.Settings.Where(setting => setting.Name != "SignIn:Audience")]);
        provider.Person = Person;
        using var client = app.ClientWith(await provider.TokenAsync());

        (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    private static string Encoded(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));

    private static async Task RefusesAsync(ProviderSite site, string token)
    {
        using var client = site.App.ClientWith(token);
        var refused = (await client.GetJson("/api/v1/me")).ExpectRefusal(HttpStatusCode.Unauthorized, "sign-in-needed");
        Assert.Equal("Bearer", refused.Headers["WWW-Authenticate"]);
    }
}
