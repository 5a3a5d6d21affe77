# Becomes the user of the arguments (uid, group, all groups) and tries what standard input says, a
# line each: yes, no, or the error that kept it from trying. Changes nothing.
use strict;
use warnings;
use Errno;
use Fcntl qw(O_RDONLY O_WRONLY O_NONBLOCK O_NOCTTY);
use POSIX ();
use Socket;

my ($uid, @groups) = @ARGV;
$) = "$groups[0] @groups";
POSIX::setgid($groups[0]);
POSIX::setuid($uid);
my (undef, @have) = split / /, $);
die "cannot become $uid\n"
  if $< != $uid || $> != $uid || $( + 0 != $groups[0] || !same(\@have, \@groups);

# Whoever can open this can attach to us: fs.suid_dumpable is 1, and our answers prove nothing.
die "other processes of this user could answer for it\n" if open my $own, '<', '/proc/self/environ';

my %try = (
  read => sub { sysopen my $file, $_[0], O_RDONLY | O_NONBLOCK | O_NOCTTY },
  write => sub {
    return POSIX::access($_[0], POSIX::W_OK()) if -d $_[0];
    return sysopen(my $file, $_[0], O_WRONLY | O_NONBLOCK | O_NOCTTY) || $!{ETXTBSY};
  },
  socket => sub {
    socket(my $socket, AF_UNIX, SOCK_STREAM, 0) or return 0;
    return connect($socket, pack_sockaddr_un($_[0]));
  },
);

$| = 1;
while (my $line = <STDIN>) {
  chomp $line;
  my ($what, $where) = split / /, $line, 2;
  print answer($try{$what}->($where)), "\n";
}

# Only these errors are a no: with its limits lowered by a neighbour, nothing could be opened.
sub answer {
  return 'yes' if $_[0];
  return 'no' if grep { $!{$_} } qw(EACCES EPERM ENOENT ENOTDIR EROFS ELOOP ECONNREFUSED);
  return "error: $!";
}

sub same {
  my ($one, $other) = @_;
  my %one = map { $_ => 1 } @$one;
  my %other = map { $_ => 1 } @$other;
  return join(' ', sort keys %one) eq join(' ', sort keys %other);
}
