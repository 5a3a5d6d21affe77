"use strict";
// The one script of these pages. It asks the owner's passkey, on the owner's click and never by itself,
// and puts what the passkey says into the form that was clicked. It fetches from this site only.
(() => {
  const ALIVE_AFTER_MS = 1000;
  const KEYS = [-7, -8, -257].map((alg) => ({ type: "public-key", alg }));

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const known = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));

  // Nothing can be clicked that has not been in view and in focus for a moment.
  const keepFromHaste = (button) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      button.disabled = true;
      if (document.hasFocus() && !document.hidden) {
        timer = setTimeout(() => {
          button.disabled = false;
        }, ALIVE_AFTER_MS);
      }
    };
    ["focus", "blur", "pageshow"].forEach((event) => addEventListener(event, wait));
    document.addEventListener("visibilitychange", wait);
    wait();
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    });
    if (!answer.ok) {
      throw new Error(form.dataset.refused);
    }
    return answer.json();
  };

  const sign = async (form, asked) => {
    const { rawId, response } = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.rpId,
        allowCredentials: known(asked.credentials),
        userVerification: "required",
      },
    });
    form.elements.credential.value = text(rawId);
    form.elements.clientData.value = text(response.clientDataJSON);
    form.elements.authenticatorData.value = text(response.authenticatorData);
    form.elements.signature.value = text(response.signature);
  };

  const make = async (form, asked) => {
    const { response } = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.rpId, name: "Purser" },
        user: { id: bytes(asked.userId), name: asked.person, displayName: asked.person },
        pubKeyCredParams: KEYS,
        excludeCredentials: known(asked.credentials),
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
        attestation: "none",
      },
    });
    form.elements.clientData.value = text(response.clientDataJSON);
    form.elements.attestationObject.value = text(response.attestationObject);
  };

  const say = (form, sentence) => {
    const alert = form.querySelector("[role=alert]");
    alert.textContent = sentence;
    alert.hidden = false;
  };

  const start = (form, ceremony) => {
    if (!window.PublicKeyCredential) {
      form.hidden = false;
      say(form, "This browser knows no passkeys.");
      return;
    }
    const button = form.querySelector("button");
    keepFromHaste(button);
    form.addEventListener("submit", (event) => event.preventDefault());
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      if (!event.isTrusted || !form.reportValidity()) {
        return;
      }
      try {
        await ceremony(form, await ask(form));
        form.submit();
      } catch (error) {
        say(form, error.name === "Error" ? error.message : form.dataset.cancelled);
      }
    });
    form.hidden = false;
  };

  document.querySelectorAll("form[data-sign]").forEach((form) => start(form, sign));
  document.querySelectorAll("form#enrol").forEach((form) => start(form, make));
})();
