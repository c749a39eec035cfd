<d:page title="${msg.plain('test-key.title')}" here="test-key" wide="true">
  <p>${msg.text('test-key.lead')}</p>
  <c:if test="${report != null}">
    <section class="mb-5" aria-labelledby="result-heading">
      <h2 id="result-heading">${msg.text('test-key.result')}</h2>
      <p role="status">
        <c:choose>
          <c:when test="${report.answer().isPresent()}">${msg.text('test-key.answer', report.answer().get())} <c:if test="${help != null}"><a href="${help}">${msg.text('help.about')}</a></c:if></c:when>
          <c:when test="${report.lines()[9].state().code() == 'passed'}">${msg.text('test-key.all-passed')}</c:when>
          <c:otherwise>${msg.text('test-key.undecided')}</c:otherwise>
        </c:choose>
      </p>
      <table class="table stack-table even-table">
        <thead>
          <tr>
            <th scope="col">${msg.text('test-key.check')}</th>
            <th scope="col">${msg.text('test-key.state')}</th>
            <th scope="col">${msg.text('test-key.advice')}</th>
          </tr>
        </thead>
        <tbody>
          <c:forEach var="line" items="${report.lines()}">
            <tr>
              <th scope="row" data-label="${msg.text('test-key.check')}">${line.number()}. ${msg.text('test-key.check.'.concat(line.number()))}</th>
              <td data-label="${msg.text('test-key.state')}"><span class="badge ${line.state().code() == 'passed' ? 'text-bg-success' : line.state().code() == 'failed' ? 'text-bg-danger' : 'text-bg-secondary'}">${msg.text('test-key.state.'.concat(line.state().code()))}</span></td>
              <td <c:if test="${not empty line.advice()}">data-label="${msg.text('test-key.advice')}"</c:if>><c:if test="${not empty line.advice()}">${msg.text('test-key.advice.'.concat(line.advice()))}</c:if></td>
            </tr>
          </c:forEach>
        </tbody>
      </table>
      <dl>
        <dt>${msg.text('test-key.path')}</dt>
        <dd><code class="text-break"><c:out value="${path}"/></code></dd>
        <c:if test="${report.signed().isPresent()}">
          <dt>${msg.text('test-key.signed')}</dt>
          <dd><code class="text-break" id="signed"><c:out value="${report.signed().get()}"/></code></dd>
          <dt>${msg.text('test-key.sha256')}</dt>
          <dd><code class="text-break" id="sha256">${report.sha256().get()}</code></dd>
          <dt>${msg.text('test-key.signature')}</dt>
          <dd><code id="signature-start"><c:out value="${report.signatureStart().get()}"/>…</code><c:if test="${signatureHint != null}"><p class="mb-0" id="signature-hint">${msg.text(signatureHint)}</p></c:if></dd>
        </c:if>
        <c:if test="${report.behind().isPresent()}">
          <c:set var="behind" value="${report.behind().get()}"/>
          <dt>${msg.text('test-key.nonce.sent')}</dt>
          <dd><code>${behind.sent()}</code><c:if test="${behind.sent().instant().isPresent()}"> <d:time value="${behind.sent().instant().get()}"/></c:if></dd>
          <dt>${msg.text('test-key.nonce.last')}</dt>
          <dd><code id="last-nonce">${behind.last()}</code><c:if test="${behind.last().instant().isPresent()}"> <d:time value="${behind.last().instant().get()}"/></c:if><c:if test="${behind.last().toString().length() > behind.sent().toString().length()}"><p class="mb-0">${msg.text('test-key.nonce.longer')}</p></c:if></dd>
        </c:if>
        <c:if test="${secondsAhead != null}">
          <dt>${msg.text('test-key.clock')}</dt>
          <dd>${msg.text('test-key.clock.ahead', secondsAhead)}</dd>
        </c:if>
      </dl>
    </section>
  </c:if>
  <c:choose>
    <c:when test="${list.nothing}">
      <div class="empty">
        <p>${msg.text('api-keys.empty')}</p>
        <a class="btn btn-primary" href="/api-keys/new">${msg.text('api-keys.create')}</a>
      </div>
    </c:when>
    <c:otherwise>
      <d:form action="/test-a-key">
        <%-- the button of the return key: it looks for keys after other words were typed, and else tests --%>
        <button class="visually-hidden" name="act" value="" tabindex="-1" aria-hidden="true"></button>
        <input type="hidden" name="browserTime" value="">
        <c:if test="${list.searched or list.list().pages() > 1}">
          <input type="hidden" name="searched" value="<c:out value="${list.search().words()}"/>">
          <div class="mb-3" role="search" aria-label="${msg.text('api-keys.search')}">
            <label class="form-label" for="q">${msg.text('api-keys.search')}</label>
            <div class="search">
              <input class="form-control" type="search" id="q" name="q" value="<c:out value="${list.search().words()}"/>" maxlength="100" autocomplete="off" spellcheck="false" ${looked ? 'autofocus' : ''} aria-describedby="q-found">
              <button class="btn btn-outline-primary" name="act" value="search">${msg.text('api-keys.search.submit')}</button>
              <c:if test="${list.searched}"><button class="btn btn-link" name="act" value="all">${msg.text('api-keys.search.all')}</button></c:if>
            </div>
            <div class="form-text" id="q-found" role="status"><d:keysFound list="${list}"/></div>
          </div>
        </c:if>
        <c:if test="${not empty keys}">
        <div class="mb-3">
          <label class="form-label" for="key">${msg.text('test-key.key')}</label>
          <select class="form-select" id="key" name="key">
            <c:forEach var="key" items="${keys}">
              <option dir="auto" value="${key.id()}" ${form.text('key') == key.id().toString() ? 'selected' : ''}><c:out value="${key.description()}"/></option>
            </c:forEach>
          </select>
        </div>
        <c:set var="requestError" value="${errors.of('request')}"/>
        <div class="mb-3">
          <label class="form-label" for="request">${msg.text('test-key.request')}</label>
          <div class="form-text" id="request-hint">${msg.text('test-key.request.hint')}</div>
          <textarea class="form-control font-monospace ${requestError != null ? 'is-invalid' : ''}" id="request" name="request" rows="8" spellcheck="false" autocomplete="off" <d:describedBy field="request" hint="request-hint"/> <c:if test="${requestError != null}">aria-invalid="true" autofocus</c:if>><c:out value="${form.text('request')}"/></textarea>
          <c:if test="${requestError != null}"><div class="invalid-feedback" id="request-error" role="alert"><c:out value="${requestError}"/></div></c:if>
        </div>
        <details class="mb-4" ${not empty form.text('function') || errors.of('function') != null ? 'open' : ''}>
          <summary>${msg.text('test-key.by-hand')}</summary>
          <div class="mt-3">
            <d:field name="function" label="test-key.function" value="${form.text('function')}"/>
            <d:field name="body" label="test-key.body" hint="test-key.body.hint" value="${form.text('body')}"/>
            <d:field name="apiSign" label="test-key.api-sign" value="${form.text('apiSign')}"/>
            <d:field name="apiKey" label="test-key.api-key" hint="test-key.api-key.hint" value="${form.text('apiKey')}"/>
            <d:field name="contentType" label="test-key.content-type" hint="test-key.content-type.hint" value="${form.text('contentType')}"/>
          </div>
        </details>
        <d:confirmation/>
        <button class="btn btn-primary" name="act" value="test">${msg.text('test-key.test')}</button>
        </c:if>
      </d:form>
    </c:otherwise>
  </c:choose>
</d:page>
