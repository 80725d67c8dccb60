"""Writes high-precision.json: values to 30 digits and more by mpmath, from the definitions and not from the forms that src/models uses."""
import json, random
from mpmath import mp, mpf, gamma, loggamma, digamma, polygamma, betainc, hyp2f1, diff
mp.dps=40
random.seed(11)
out={'gamma':[], 'beta':[], 'hyper':[], 'pareto':[], 'expected':[]}
f=lambda v: float(v)
for x in [1e-8,1e-4,.01,.1,.25,.5,.75,.999,1,1.001,1.4616321449683623,1.5,2,2.5,3,5,7.3,9.99,11.999,12,12.5,33.3,100,1000.5,1e5,1e8]:
    x=mpf(x); out['gamma'].append([f(x),f(loggamma(x)),f(digamma(x)),f(polygamma(1,x))])
for _ in range(40):
    a=10**random.uniform(-2,2.5); b=10**random.uniform(-2,2.5); x=random.random()
    out['beta'].append([x,a,b,f(betainc(mpf(a),mpf(b),0,mpf(x),regularized=True))])
mp.dps=30
for _ in range(60):
    s=10**random.uniform(-1,.7); r=10**random.uniform(-1,1); x=random.choice([0,0,1,2,5,20,100,1000])
    A=r+s+x
    e=(r+x) if random.random()<.5 else s+1
    if e>=A+1: continue
    z=random.choice([random.random(),1-10**random.uniform(-4,-1), 10**random.uniform(-6,-1)])
    e,c,z=mpf(e),mpf(A+1),mpf(z)
    F=lambda e_,c_,z_: hyp2f1(1,e_,c_,z_)
    h=mpf(10)**-10
    d=lambda g: (g(h)-g(-h))/(2*h)
    out['hyper'].append([f(e),f(c),f(z),f(F(e,c,z)),f(d(lambda t:F(e+t,c,z))),f(d(lambda t:F(e,c+t,z))),f(d(lambda t:F(e,c,z+t)))])
mp.dps=60
from mpmath import log, exp
def pareto(r,al,s,be,x,tx,T):
    r,al,s,be,x,tx,T=map(mpf,(r,al,s,be,x,tx,T))
    # direct integral definition: alive term + integral of death density over (tx,T]
    A=r+s+x
    def A0(t):
        if al>=be: return hyp2f1(A,s+1,A+1,(al-be)/(al+t))/(al+t)**A
        return hyp2f1(A,r+x,A+1,(be-al)/(be+t))/(be+t)**A
    bracket=(al+T)**(-(r+x))*(be+T)**(-s)+s/A*(A0(tx)-A0(T))
    pre=loggamma(r+x)-loggamma(r)+r*log(al)+s*log(be)
    ll=pre+log(bracket)
    pa=(al+T)**(-(r+x))*(be+T)**(-s)/bracket
    return ll,pa
for _ in range(80):
    r=10**random.uniform(-1,1); s=10**random.uniform(-1,.7); al=10**random.uniform(-2,2.5); be=10**random.uniform(-2,2.5)
    x=random.choice([0,1,2,5,30,150,600]); T=random.uniform(1,300); tx=0 if x==0 else random.choice([T*random.random(),T*(1-1e-3)])
    try:
        ll,pa=pareto(r,al,s,be,x,tx,T)
        out['pareto'].append([r,al,s,be,x,tx,T,f(ll),f(pa)])
    except Exception as ex: print(ex)
# BG / MBG conditional expectation while alive
mp.dps=40
for _ in range(60):
    r=10**random.uniform(-1,.7); al=10**random.uniform(-1,2); a=random.choice([10**random.uniform(-1,.7),1.0]); b=random.choice([10**random.uniform(-1,1), 1-a if a<1 else .5])
    if b<=0: b=.5
    x=random.choice([0,1,2,7,40,200]); k=random.choice([0,1]); T=0 if x==0 and random.random()<.5 else random.uniform(1,100); t=random.choice([1,39,365])
    # The textbook form (Fader, Hardie and Lee 2005, equation 10; k = 1: Batislam et al. 2007), in 120 digits: it is 0/0 at a = 1,
    # which is stepped around by 1e-40.
    mp.dps=120
    a_=mpf(a)+(mpf(10)**-40 if a==1 else 0); B=mpf(b)+x+k; R=mpf(r)+x; z=mpf(t)/(mpf(al)+mpf(T)+t); c=a_+B-1
    if abs(c)<mpf(10)**-12: c+=mpf(10)**-40
    v=c/(a_-1)*(1-(1-z)**R*hyp2f1(R,B,c,z))
    out['expected'].append([r,al,a,b,k,x,T,t,f(v)])
json.dump(out,open('high-precision.json','w'))
print({k:len(v) for k,v in out.items()})
