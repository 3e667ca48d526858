// Makes Access Tokens with the official library, and prints what is in them.
//
// Each line of the input is a JSON object with the parameters of Twilio's migration guide, and the time in seconds:
//
//   accountSid, apiKeySid, apiKeySecret, ttl, identity, incomingAllow, outgoingApplicationSid,
//   outgoingApplicationParams, region, now
//
// The line that answers it is {"header": ..., "claims": ...}, or {"error": "..."} if the library refuses.
import { createInterface } from "node:readline";
import twilio from "twilio";

const { AccessToken } = twilio.jwt;

// The library reads the clock, so the clock has to stand still.
class StoppedDate extends Date {
  static seconds = 0;

  constructor(...args) {
    super(...(args.length > 0 ? args : [StoppedDate.now()]));
  }

  static now() {
    return StoppedDate.seconds * 1000;
  }
}
globalThis.Date = StoppedDate;

function accessToken(p) {
  StoppedDate.seconds = p.now;
  const token = new AccessToken(p.accountSid, p.apiKeySid, p.apiKeySecret, {
    identity: p.identity,
    ttl: p.ttl,
    region: p.region,
  });
  token.addGrant(
    new AccessToken.VoiceGrant({
      incomingAllow: p.incomingAllow,
      outgoingApplicationSid: p.outgoingApplicationSid,
      outgoingApplicationParams: p.outgoingApplicationParams,
    })
  );
  return token.toJwt();
}

function decode(part) {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}

function answer(line) {
  try {
    const [header, claims] = accessToken(JSON.parse(line)).split(".");
    return { header: decode(header), claims: decode(claims) };
  } catch (error) {
    return { error: String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(line)));
}
