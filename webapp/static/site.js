/* Shortens the way; every task works without it. */
(function () {
  "use strict";
  var doc = document;

  function all(selector, root) {
    return Array.prototype.slice.call((root || doc).querySelectorAll(selector));
  }

  /* Printing needs a script, so its button is shown only where one runs. */
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  /* Outline and conditions stand beside the text on wide screens; above it they start folded. */
  var folding = all("details[data-wide-open]");
  if (window.matchMedia && folding.length) {
    var large = /\bt-x?l\b/.test(doc.documentElement.className);
    folding.forEach(function (box) {
      var query = window.matchMedia(box.getAttribute("data-wide-open") || "(min-width: 64em)");
      var fit = function () { box.open = query.matches && !large; };
      fit();
      if (query.addEventListener) { query.addEventListener("change", fit); }
    });
  }

  /* A press on a mark opens the box of its clause. */
  doc.addEventListener("click", function (event) {
    var mark = event.target.closest ? event.target.closest("span.mk[data-f]") : null;
    var clause = mark && mark.closest(".clause");
    var box = clause && clause.querySelector(".clause-box");
    if (box) { box.open = true; }
  });

  /* Copying an address: the clipboard exists on secure origins only. */
  function copied(button, ok) {
    button.textContent = ok ? "已复制" : "请按复制键复制选中的文字";
  }
  function copyBySelection(text, button) {
    var field = doc.createElement("input");
    field.value = text;
    field.readOnly = true;
    field.setAttribute("aria-label", "要复制的文字");
    button.parentNode.insertBefore(field, button.nextSibling);
    field.select();
    var ok = false;
    try { ok = doc.execCommand("copy"); } catch (e) { ok = false; }
    if (ok) { field.parentNode.removeChild(field); }
    copied(button, ok);
  }
  all("[data-copy]").forEach(function (link) {
    var button = doc.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = "复制链接";
    button.addEventListener("click", function () {
      var text = link.getAttribute("data-copy");
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(text).then(
          function () { copied(button, true); },
          function () { copyBySelection(text, button); });
      } else {
        copyBySelection(text, button);
      }
    });
    link.parentNode.insertBefore(button, link);
  });

  /* A clause of a long document may stand on another part of it. */
  var hash = window.location.hash;
  var path = window.location.pathname.match(/^\/documents\/([^/.]+)$/);
  if (path && hash.indexOf("#c-") === 0 && !doc.getElementById(decodeURIComponent(hash.slice(1))) &&
      doc.querySelector(".parts")) {
    window.location.replace("/c/" + path[1] + "/" + hash.slice(3));
  }

  /* Names of the corpus while one types; the field's list stays empty where this does not run. */
  all("input[data-suggest]").forEach(function (field) {
    var list = doc.getElementById(field.getAttribute("list"));
    var waiting = 0;
    var asked = "";
    function show(items) {
      list.textContent = "";
      items.forEach(function (item) {
        var option = doc.createElement("option");
        option.value = item.text;
        option.label = item.kind + " " + item.initials;
        list.appendChild(option);
      });
    }
    field.addEventListener("input", function () {
      var typed = field.value.trim();
      window.clearTimeout(waiting);
      if (!window.fetch || !typed || typed === asked || typed.length > 40) { return; }
      waiting = window.setTimeout(function () {
        asked = typed;
        window.fetch(field.getAttribute("data-suggest") + "?q=" + encodeURIComponent(typed))
          .then(function (reply) { return reply.ok ? reply.json() : { items: [] }; })
          .then(function (found) { if (asked === typed) { show(found.items); } }, function () { asked = ""; });
      }, 200);
    });
  });

  /* The summary of a form's errors takes the focus. */
  var errors = doc.getElementById("errors");
  if (errors) { errors.focus(); }

  /* After a press, the button says what is going on. */
  all("form").forEach(function (form) {
    form.addEventListener("submit", function () {
      var button = form.querySelector("button.main");
      if (button && !form.hasAttribute("data-sent")) {
        form.setAttribute("data-sent", "");
        var word = button.textContent;
        button.textContent = "正在" + word;
        window.addEventListener("pageshow", function () { button.textContent = word; form.removeAttribute("data-sent"); });
      }
    });
  });
}());
