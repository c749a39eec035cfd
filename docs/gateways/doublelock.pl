# For Apache httpd with mod_perl: asks Doublelock about a call, before anything is sent to the API.
package Doublelock;
use strict;
use warnings;
use base qw(Apache2::Filter);
use APR::Brigade ();
use APR::Bucket ();
use APR::Table ();
use Apache2::Connection ();
use Apache2::Const -compile => qw(OK DONE HTTP_BAD_REQUEST HTTP_METHOD_NOT_ALLOWED HTTP_REQUEST_ENTITY_TOO_LARGE);
use Apache2::RequestIO ();
use Apache2::RequestRec ();
use Apache2::RequestUtil ();
use HTTP::Tiny ();

my $client = HTTP::Tiny->new(timeout => 15, max_redirect => 0, proxy => undef, http_proxy => undef);

sub check {
  my $r = shift;
  return Apache2::Const::HTTP_METHOD_NOT_ALLOWED unless $r->method =~ /\A(?:POST|PUT|PATCH|DELETE)\z/;
  # the client would not ask about what stands after it
  return Apache2::Const::HTTP_BAD_REQUEST if $r->unparsed_uri =~ /#/;
  my $sent = $r->headers_in;
  # the proxy takes away what it names, also what is set here
  for my $named (map { split /,/ } $sent->get('Connection')) {
    return Apache2::Const::HTTP_BAD_REQUEST unless $named =~ /\A\s*(?:close|keep-alive|te|upgrade|http2-settings|)\s*\z/i;
  }
  my $body = '';
  while ($r->read($body, 8192, length $body)) {
    return Apache2::Const::HTTP_REQUEST_ENTITY_TOO_LARGE if length $body > 65536;
  }
  my %headers = (
    'Doublelock-Gateway' => $r->dir_config('DoublelockCredential'),
    'X-Forwarded-For' => $r->useragent_ip,
    'Content-Length' => length $body,
  );
  for my $name ('API-Key', 'API-Sign', 'Content-Type', 'Content-Encoding') {
    my @values = $sent->get($name);
    $headers{$name} = \@values if @values;
  }
  # without one it is a form; the client would call it something else
  $headers{'Content-Type'} //= 'application/x-www-form-urlencoded';
  # where a connection is lost it asks again: then without a body, which is no question
  my @once = ($body);
  my $verdict = $client->request($r->method, $r->dir_config('Doublelock') . '/authz' . $r->unparsed_uri,
    { headers => \%headers, content => sub { shift @once } });
  # set by us alone; names with underscores look like ours to some servers
  my %claimed;
  $sent->do(sub { $claimed{$_[0]} = 1 if $_[0] =~ /\A(?:x[^a-z0-9])?doublelock[^a-z0-9]/i; 1 });
  # an API could take another method or path from these than those that were verified
  $sent->do(sub { $claimed{$_[0]} = 1 if ($_[0] =~ s/[^a-z0-9]/-/gir) =~
    /\Ax-(?:http-method|http-method-override|method-override|original-url|rewrite-url)\z/i; 1 });
  $sent->unset($_) for keys %claimed;
  $sent->unset('API-Sign');
  if ($verdict->{status} == 200 && $verdict->{headers}{'x-doublelock-account'}) {
    for my $name (qw(Account Key Function Permissions Unlocked-Until)) {
      my $value = $verdict->{headers}{lc "X-Doublelock-$name"};
      $sent->set("X-Doublelock-$name" => $value) if defined $value;
    }
    $r->pnotes(doublelock => $body);
    $r->add_input_filter(\&once_more);
    return Apache2::Const::OK;
  }
  # Refused: the envelope is the answer, with the status 200 that clients of such APIs expect.
  # Anything else is a fault between httpd and Doublelock, and nothing is let through.
  my $refused = $verdict->{status} == 403;
  $r->status($refused ? 200 : 503);
  $r->content_type('application/json');
  $r->headers_out->set('Cache-Control' => 'no-store');
  my $reason = $verdict->{headers}{'doublelock-refusal'};
  $r->headers_out->set('Doublelock-Refusal' => $reason) if defined $reason;
  $r->output_filters->pass_brigade(
    filled(APR::Brigade->new($r->pool, $r->connection->bucket_alloc),
      $refused ? $verdict->{content} : '{"error":["EService:Unavailable"]}'));
  return Apache2::Const::DONE;
}

sub filled {
  my ($brigade, $text) = @_;
  my $allocator = $brigade->bucket_alloc;
  $brigade->insert_tail(APR::Bucket->new($allocator, $text));
  $brigade->insert_tail(APR::Bucket::eos_create($allocator));
  return $brigade;
}

# The body was read for the question; here the API gets it.
sub once_more : FilterRequestHandler {
  my ($filter, $brigade) = @_;
  filled($brigade, $filter->r->pnotes('doublelock'));
  $filter->remove;
  return Apache2::Const::OK;
}

1;
